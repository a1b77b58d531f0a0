import { afterEach, vi } from 'vitest';
import { cleanup, configure } from '@testing-library/react';

afterEach(cleanup);

// A busy machine is slow, not wrong.
configure({ asyncUtilTimeout: 5_000 });

// jsdom has no layout; antd and the router ask for these.
vi.stubGlobal('scrollTo', () => undefined);
const styleOf = window.getComputedStyle.bind(window);
vi.stubGlobal('getComputedStyle', (element: Element) => styleOf(element));
vi.stubGlobal(
  'ResizeObserver',
  class {
    observe = () => undefined;
    unobserve = () => undefined;
    disconnect = () => undefined;
  },
);
vi.stubGlobal('matchMedia', (query: string) => ({
  matches: false,
  media: query,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
}));
