import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Answer, Dashboard } from '#api';
import { open, serve, signedIn, type Call } from '#testing';
import { dashboard } from '..';

vi.mock('../../charts/engine', () => import('../../testing/engine'));

const by = (trait: string) => ({ type: 'breakdown', trait }) as const;
const board: Dashboard = {
  id: 'b1',
  label: { zh: '周会', en: '周会' },
  tiles: [
    {
      id: 't1',
      title: { zh: '甲', en: 'A' },
      insight: by('tag/rfm'),
      chart: 'revenue',
      x: 0,
      y: 0,
      w: 6,
      h: 4,
    },
    {
      id: 't2',
      title: { zh: '乙', en: 'B' },
      insight: by('tag/vip'),
      chart: 'customers',
      x: 6,
      y: 0,
      w: 6,
      h: 4,
    },
  ],
};
const answer: Answer = {
  columns: [
    { name: 'value', type: 'text' },
    { name: 'customers', type: 'whole' },
    { name: 'revenue', type: 'decimal' },
  ],
  rows: [['gold', 3, '900.0000']],
  asOf: '2026-11-22',
  sql: 'select 1',
  milliseconds: 1,
  cautions: [],
  reads: [],
  figures: {},
};
const answers = {
  'GET /api/session': { ...signedIn, company: { ...signedIn.company, latestDay: '2026-11-21' } },
  'GET /api/refresh/runs': [],
  'GET /api/insights/metrics': [],
  'GET /api/segments/vocabulary': { attributes: [], behaviours: [], traits: [] },
  'GET /api/dashboards': [{ id: 'b1', label: board.label, tiles: 2 }],
  'GET /api/dashboards/b1': board,
  'PUT /api/dashboards/b1': (saved: Dashboard) => ({ ...board, ...saved }),
  'POST /api/insights/answer': answer,
};
const asked = (calls: Call[], method: string) =>
  calls.filter((call) => call.method === method && call.path === '/api/dashboards/b1');

it('is rearranged, and saved as a whole', async () => {
  const calls = serve(answers);
  open('/boards/b1', [dashboard]);
  expect(await screen.findByText('甲')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '编辑看板' }));
  fireEvent.click(screen.getByRole('button', { name: '前移：乙' }));
  fireEvent.click(screen.getAllByRole('button', { name: '整宽' })[0]!);
  fireEvent.change(screen.getByLabelText('看板名称'), { target: { value: '月会' } });
  fireEvent.change(screen.getAllByLabelText('图表名称')[1]!, { target: { value: '丙' } });
  fireEvent.click(screen.getByRole('button', { name: '保存看板' }));
  await waitFor(() => expect(asked(calls, 'PUT')).toHaveLength(1));
  const saved = asked(calls, 'PUT')[0]?.body as Dashboard;
  expect(saved.label).toEqual({ zh: '月会', en: '月会' });
  expect(saved.tiles.map(({ id, title, x, y, w }) => ({ id, title, x, y, w }))).toEqual([
    { id: 't2', title: { zh: '乙', en: 'B' }, x: 0, y: 0, w: 12 },
    { id: 't1', title: { zh: '丙', en: 'A' }, x: 0, y: 4, w: 6 },
  ]);
});

it('forgets what is not saved', async () => {
  const calls = serve(answers);
  open('/boards/b1', [dashboard]);
  fireEvent.click(await screen.findByRole('button', { name: '编辑看板' }));
  fireEvent.click(screen.getByRole('button', { name: '移除：甲' }));
  expect(screen.queryByText('甲')).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: /取\s*消/ }));
  expect(await screen.findByText('甲')).toBeTruthy();
  expect(asked(calls, 'PUT')).toEqual([]);
});

it('asks its tiles about other days when the address says so', async () => {
  const calls = serve(answers);
  open('/boards/b1?period=30day', [dashboard]);
  await screen.findByText('甲');
  const days = { from: '2026-10-23', until: '2026-11-22' };
  await waitFor(() =>
    expect(
      calls.filter((call) => call.path === '/api/insights/answer').map((call) => call.body),
    ).toEqual([
      { ...by('tag/rfm'), period: days },
      { ...by('tag/vip'), period: days },
    ]),
  );
});

it('leads each tile to the page where its question can be changed', async () => {
  serve(answers);
  open('/boards/b1', [dashboard]);
  const tile = (await screen.findByText('乙')).closest('li')!;
  expect(within(tile).getByRole('link', { name: '在分析中打开' }).getAttribute('href')).toBe(
    '/insights/breakdown?by=tag%2Fvip&measure=customers',
  );
});

it('teaches while it is empty', async () => {
  serve({ ...answers, 'GET /api/dashboards/b1': { ...board, tiles: [] } });
  open('/boards/b1', [dashboard]);
  expect(await screen.findByText('这个看板还是空的')).toBeTruthy();
  expect(screen.getByRole('link', { name: '去分析' }).getAttribute('href')).toBe(
    '/insights/trend?board=b1',
  );
});

it('shows no way to change it to whoever may only look', async () => {
  serve({ ...answers, 'GET /api/session': { ...signedIn, rights: ['VIEW'] } });
  open('/boards/b1', [dashboard]);
  await screen.findByText('甲');
  expect(screen.queryByRole('button', { name: '编辑看板' })).toBeNull();
});
