import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Answer, Dashboard } from '#api';
import { open, serve, signedIn, type Call } from '#testing';
import { dashboard } from '../section';

vi.mock('../../charts/engine', () => import('../../testing/engine'));

const by = (trait: string) => ({ type: 'breakdown', trait }) as const;
const board: Dashboard = {
  id: 'b1',
  label: { zh: '周会', en: '周会' },
  owner: { zh: '林', en: '林' },
  changeable: true,
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
  'GET /api/dashboards': [
    { id: 'b1', label: board.label, tiles: 2, owner: board.owner, changeable: true },
  ],
  'GET /api/dashboards/b1': board,
  'PUT /api/dashboards/b1': (saved: Dashboard) => ({ ...board, ...saved }),
  'POST /api/insights/answer': answer,
};
const asked = (calls: Call[], method: string) =>
  calls.filter((call) => call.method === method && call.path === '/api/dashboards/b1');

const handleOf = (name: string) =>
  screen.getByRole('button', { name: new RegExp(`^图块“${name}”`) });
const placesOf = (saved: Dashboard) =>
  saved.tiles.map(({ id, x, y, w, h }) => `${id} ${x},${y} ${w}×${h}`);

it('is rearranged by keys, undone step by step, and saved as a whole', async () => {
  const calls = serve(answers);
  open('/boards/b1', [dashboard]);
  expect(await screen.findByText('甲')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: '编辑看板' }));
  fireEvent.keyDown(handleOf('甲'), { key: 'ArrowRight', shiftKey: true });
  fireEvent.keyDown(handleOf('甲'), { key: 'ArrowDown', shiftKey: true });
  fireEvent.change(screen.getByLabelText('看板名称'), { target: { value: '月' } });
  fireEvent.change(screen.getByLabelText('看板名称'), { target: { value: '月会' } });
  fireEvent.change(screen.getAllByLabelText('图表名称')[1]!, { target: { value: '丙' } });
  fireEvent.keyDown(handleOf('丙'), { key: 'Delete' });
  expect(screen.getAllByLabelText('图表名称')).toHaveLength(1);
  fireEvent.keyDown(window, { key: 'z', ctrlKey: true });
  expect(screen.getAllByLabelText('图表名称')).toHaveLength(2);
  fireEvent.click(screen.getByRole('button', { name: '保存看板' }));
  await waitFor(() => expect(asked(calls, 'PUT')).toHaveLength(1));
  const saved = asked(calls, 'PUT')[0]?.body as Dashboard;
  expect(saved.label).toEqual({ zh: '月会', en: '月会' });
  // 甲 is a column wider and a row higher, so 乙, now 丙, gives way under it.
  expect(placesOf(saved)).toEqual(['t1 0,0 7×5', 't2 6,5 6×4']);
  expect(saved.tiles[1]?.title).toEqual({ zh: '丙', en: 'B' });
});

it('undoes what was typed into one name as one change', async () => {
  serve(answers);
  open('/boards/b1', [dashboard]);
  fireEvent.click(await screen.findByRole('button', { name: '编辑看板' }));
  const name = screen.getByLabelText<HTMLInputElement>('看板名称');
  fireEvent.change(name, { target: { value: '月' } });
  fireEvent.change(name, { target: { value: '月会' } });
  fireEvent.click(screen.getByRole('button', { name: /撤\s*销/ }));
  expect(name.value).toBe('周会');
  expect(screen.getByRole<HTMLButtonElement>('button', { name: /撤\s*销/ }).disabled).toBe(true);
});

it('takes words among its charts', async () => {
  const calls = serve(answers);
  open('/boards/b1', [dashboard]);
  fireEvent.click(await screen.findByRole('button', { name: '编辑看板' }));
  fireEvent.click(screen.getByRole('button', { name: /添\s*加/ }));
  fireEvent.click(await screen.findByText('文字'));
  fireEvent.change(screen.getByLabelText('“标题”的正文'), { target: { value: '本周三件事' } });
  fireEvent.click(screen.getByRole('button', { name: '保存看板' }));
  await waitFor(() => expect(asked(calls, 'PUT')).toHaveLength(1));
  const saved = asked(calls, 'PUT')[0]?.body as Dashboard;
  expect(placesOf(saved)).toEqual(['t1 0,0 6×4', 't2 6,0 6×4', 't3 0,4 12×1']);
  expect(saved.tiles[2]).toEqual({
    id: 't3',
    title: { zh: '标题', en: 'Headline' },
    chart: 'text',
    text: { zh: '本周三件事', en: '本周三件事' },
    x: 0,
    y: 4,
    w: 12,
    h: 1,
  });
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

it('asks all its tiles about whom its filter says, and keeps the filter', async () => {
  const vip = { type: 'holds', trait: 'tag/vip', op: 'EQ', value: true } as const;
  const calls = serve(answers);
  open(`/boards/b1?who=${encodeURIComponent(JSON.stringify(vip))}`, [dashboard]);
  await screen.findByText('甲');
  await waitFor(() =>
    expect(
      calls.filter((call) => call.path === '/api/insights/answer').map((call) => call.body),
    ).toEqual([
      { ...by('tag/rfm'), who: vip },
      { ...by('tag/vip'), who: vip },
    ]),
  );
  fireEvent.click(screen.getByRole('button', { name: '存为看板默认' }));
  await waitFor(() => expect(asked(calls, 'PUT')).toHaveLength(1));
  expect((asked(calls, 'PUT')[0]?.body as Dashboard).filter).toEqual({ who: vip });
});

it('is duplicated with its filter under a name of its own', async () => {
  const calls = serve({
    ...answers,
    'GET /api/dashboards/b1': { ...board, filter: { rolling: { last: 7, unit: 'day' } } },
    'POST /api/dashboards': { ...board, id: 'b2' },
    'GET /api/dashboards/b2': { ...board, id: 'b2' },
  });
  open('/boards/b1', [dashboard]);
  fireEvent.click(await screen.findByRole('button', { name: '更多操作' }));
  fireEvent.click(await screen.findByText('复制看板'));
  await waitFor(() =>
    expect(
      calls
        .filter((call) => call.method === 'POST' && call.path === '/api/dashboards')
        .map((call) => call.body),
    ).toEqual([
      { label: '周会 副本', tiles: board.tiles, filter: { rolling: { last: 7, unit: 'day' } } },
    ]),
  );
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
  serve({
    ...answers,
    'GET /api/session': { ...signedIn, rights: ['VIEW'] },
    'GET /api/dashboards/b1': { ...board, changeable: false },
  });
  open('/boards/b1', [dashboard]);
  await screen.findByText('甲');
  expect(screen.queryByRole('button', { name: '编辑看板' })).toBeNull();
  expect(screen.queryByText('另存为我的看板')).toBeNull();
});

it('belongs to its maker: whoever else may make boards saves it as their own', async () => {
  const vip = { type: 'holds', trait: 'tag/vip', op: 'EQ', value: true } as const;
  const calls = serve({
    ...answers,
    'GET /api/session': { ...signedIn, rights: ['VIEW', 'DEFINE', 'SEND'] },
    'GET /api/dashboards/b1': { ...board, changeable: false },
    'POST /api/dashboards': { ...board, id: 'b2' },
    'GET /api/dashboards/b2': { ...board, id: 'b2' },
  });
  open(`/boards/b1?who=${encodeURIComponent(JSON.stringify(vip))}`, [dashboard]);
  expect(
    await screen.findByText(
      '创建人：林。只有创建人和管理员可以修改；想改的话，先另存为自己的看板。',
    ),
  ).toBeTruthy();
  expect(screen.queryByText('编辑看板')).toBeNull();
  expect(screen.queryByText('存为看板默认')).toBeNull();
  fireEvent.click(screen.getByLabelText('更多操作'));
  await screen.findByText('打印／存为 PDF');
  for (const word of ['复制看板', '重命名', '删除看板'])
    expect(screen.queryByText(word)).toBeNull();
  fireEvent.click(screen.getByText('另存为我的看板'));
  await waitFor(() =>
    expect(
      calls
        .filter((call) => call.method === 'POST' && call.path === '/api/dashboards')
        .map((call) => call.body),
    ).toEqual([{ label: '周会 副本', tiles: board.tiles, filter: { who: vip } }]),
  );
  // On their own board they may do everything again.
  expect(await screen.findByText('编辑看板')).toBeTruthy();
});

it('says whose customers its figures are of to whoever sees some only', async () => {
  serve({ ...answers, 'GET /api/session': { ...signedIn, everybody: false } });
  open('/boards/b1', [dashboard]);
  expect(await screen.findByText('只含您可见的客户')).toBeTruthy();
});
