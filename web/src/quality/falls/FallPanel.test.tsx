import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Section } from '#shell';
import { open, serve, signedIn } from '#testing';
import { FallPanel } from './FallPanel';

const page: Section = {
  routes: [{ path: '/page', lazy: () => Promise.resolve({ Component: FallPanel }) }],
};

const fall = {
  source: 'crm',
  feed: 'members',
  number: 4,
  measuredAt: '2026-11-30T02:00:00Z',
  field: 'customer.phone',
  dimension: 'completeness',
  before: 0.9731,
  now: 0.744,
  of: 16_862,
  mine: true,
};

/** Two runs of one feed: seen is all of it, up to the newest. */
it('says what fell in a feed, and that it was seen up to its newest run', async () => {
  const calls = serve({
    'GET /api/session': signedIn,
    'GET /api/refresh/runs': [],
    'GET /api/source/names': [],
    'GET /api/source/sources': [],
    'GET /api/standard/entities': [],
    'GET /api/quality/falls': {
      alarm: { points: 5, least: 50, told: [] },
      falls: [fall, { ...fall, number: 3, dimension: 'validity' }],
    },
    'POST /api/quality/falls/seen': {},
  });
  open('/page', [page]);
  expect(await screen.findAllByText('97.3 → 74.4', { exact: false })).toHaveLength(2);
  fireEvent.click(screen.getByRole('button', { name: /知道了/ }));
  await waitFor(() => {
    const seen = calls.find(({ path }) => path.startsWith('/api/quality/falls/seen'));
    expect(seen?.body).toEqual({ source: 'crm', feed: 'members', number: 4 });
  });
});
