import { fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeAll, expect, it } from 'vitest';
import { isNamed, type Section } from '#shell';
import { open, serve, signedIn } from '#testing';

/** Two pages, one thing to do, and a list of two customers to be found by name. */
const shop: Section = {
  nav: [{ to: '/a', text: 'shell:brand', icon: null }],
  acts: [{ to: '/import', text: 'shell:action.reload', right: 'DEFINE' }],
  finders: [
    {
      text: 'shell:yes',
      icon: null,
      find: (text) =>
        Promise.resolve(
          [
            { to: '/c/1', label: { zh: '周敏', en: 'Zhou Min' } },
            { to: '/c/2', label: '周青', note: '139' },
          ].filter(({ label }) => isNamed(label, text)),
        ),
    },
  ],
  routes: [
    { path: '/a', element: <h1>page A</h1> },
    { path: '/c/:id', element: <h1>a customer</h1> },
  ],
};

beforeAll(() => {
  // Dialogs are not drawn in this browser's stand-in.
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
});

const chosen = () => screen.getByRole('option', { selected: true }).textContent;

it('opens by Ctrl K, finds by name in both languages, and goes where Enter points', async () => {
  serve({ 'GET /api/session': signedIn, 'GET /api/refresh/runs': [] });
  open('/a', [shop]);
  await screen.findByText('page A');
  fireEvent.keyDown(window, { key: 'k', ctrlKey: true });

  // Before anything is typed: what can be done, then the pages.
  const field = await screen.findByRole('combobox');
  expect(screen.getAllByRole('option').map((one) => one.textContent)).toEqual(['刷新页面', '工笔']);

  fireEvent.change(field, { target: { value: '周' } });
  await waitFor(() => expect(chosen()).toBe('周敏'));
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  expect(chosen()).toBe('周青139');
  fireEvent.keyDown(field, { key: 'ArrowDown' });
  expect(chosen()).toBe('周敏');

  fireEvent.change(field, { target: { value: 'zhou min' } });
  await waitFor(() => expect(screen.getAllByRole('option')).toHaveLength(1));
  fireEvent.keyDown(field, { key: 'Enter' });
  await screen.findByText('a customer');
  expect(window.location.pathname).toBe('/c/1');
  expect(screen.queryByRole('combobox')).toBeNull();
});
