import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Answer, CustomerPage, MetricView, Vocabulary } from '#api';
import { open, serve, signedIn, type Call } from '#testing';
import { insight } from './section';

vi.mock('../charts/engine', () => import('../testing/engine'));

const metrics: MetricView[] = [
  {
    id: 'orders',
    label: { zh: '订单数', en: 'Orders' },
    meaning: { zh: '已付款且未取消的订单数。', en: 'Paid orders.' },
    unit: 'COUNT',
    reckoned: { zh: '计数', en: 'Count' },
    of: 'order',
    usedBy: [],
    applies: true,
  },
  {
    id: 'identifiedShare',
    label: { zh: '会员销售占比', en: 'Identified share of revenue' },
    meaning: { zh: '会员销售额 ÷ 全部销售额。', en: 'Identified revenue ÷ all revenue.' },
    unit: 'SHARE',
    reckoned: { zh: '会员销售额 ÷ 销售额', en: 'Identified revenue ÷ Revenue' },
    of: 'order',
    usedBy: [],
    applies: false,
  },
];
const vocabulary: Vocabulary = { attributes: [], behaviours: [], traits: [] };

/** March: 8 orders, 2 of them of nobody known; April still runs. */
const months: Answer = {
  columns: [
    { name: 'bucket', type: 'day' },
    { name: 'value', type: 'whole' },
    { name: 'previous', type: 'whole' },
    { name: 'change', type: 'real' },
    { name: 'open', type: 'flag' },
    { name: 'anonymous', type: 'whole' },
  ],
  rows: [
    ['2026-03-01', 8, 4, 1, false, 2],
    ['2026-04-01', 3, 0, null, true, 0],
  ],
  asOf: '2026-04-15',
  sql: 'select 1',
  milliseconds: 3,
  cautions: [{ code: 'insight.open-bucket', message: '从 2026-04-01 开始的这一段尚未结束。' }],
  reads: ['profile.order'],
  figures: {},
};
const people: CustomerPage = {
  total: 5,
  asOf: '2026-04-15',
  rows: [
    {
      id: 7,
      name: '王*',
      phone: '139****1111',
      city: '上海',
      orders: 2,
      netRevenue: 120,
      lastOrderDay: '2026-03-20',
      tags: [],
      cells: {},
    },
  ],
};
const company = { ...signedIn.company, asOf: '2026-04-15', latestDay: '2026-04-15' };
const answers = {
  'GET /api/session': { ...signedIn, company },
  'GET /api/refresh/runs': [],
  'GET /api/insights/metrics': metrics,
  'GET /api/segments/vocabulary': vocabulary,
  'POST /api/insights/answer': months,
  'POST /api/insights/members': people,
  'POST /api/segments/from-insight': { id: 's4' },
};
const asked = (calls: Call[], path: string) =>
  calls.filter((call) => call.path === path).map((call) => call.body);

const question = {
  type: 'trend',
  metric: 'orders',
  grain: 'month',
  period: { from: '2026-03-01', until: '2026-05-01' },
  versus: { type: 'precedingBucket' },
};

it('asks what the address says, and says how the answer stands', async () => {
  const calls = serve(answers);
  open('/insights/trend?metric=orders&period=2month', [insight]);
  expect(await screen.findByText('每月订单数与环比')).toBeTruthy();
  expect(asked(calls, '/api/insights/answer')).toEqual([question]);
  // The running month, its base of nothing, and what is to be known of it.
  expect(screen.getByText(/2026年4月.*（进行中）/)).toBeTruthy();
  expect(screen.getByText('与上期同样天数相比').parentElement?.textContent).toContain('环比 —');
  expect(screen.getByText(/这一段尚未结束/)).toBeTruthy();
  expect(screen.getByText('已付款且未取消的订单数。')).toBeTruthy();
});

it('puts nothing into words before the words are there', async () => {
  let come: (words: Vocabulary) => void = () => undefined;
  const words = new Promise<Vocabulary>((resolve) => {
    come = resolve;
  });
  const calls = serve({ ...answers, 'GET /api/segments/vocabulary': () => words });
  open('/insights/funnel', [insight]);
  expect(await screen.findByRole('status', { name: '正在加载' })).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/paid|viewed|revenue/);
  expect(asked(calls, '/api/insights/answer')).toEqual([]);
  come(vocabulary);
  expect(await screen.findByText('添加步骤')).toBeTruthy();
});

it('offers no metric that says nothing to whoever sees some customers only, and says why', async () => {
  serve(answers);
  open('/insights/trend?metric=orders&period=2month', [insight]);
  expect(await screen.findByText('每月订单数与环比')).toBeTruthy();
  expect(screen.queryByText('每月会员销售占比')).toBeNull();
  fireEvent.mouseDown(screen.getByLabelText('指标'));
  const option = await screen.findByText('会员销售占比（不适用）');
  expect(option.closest('.ant-select-item-option-disabled')).toBeTruthy();
});

it('asks nothing of a metric that does not apply, and says why', async () => {
  const calls = serve(answers);
  open('/insights/trend?metric=identifiedShare&period=2month', [insight]);
  expect(await screen.findByText('此项不适用')).toBeTruthy();
  expect(
    screen.getByText('会员销售占比要与包括匿名订单在内的全部销售相比，而您只能看到部分客户。'),
  ).toBeTruthy();
  expect(asked(calls, '/api/insights/answer')).toEqual([]);
});

it('opens a bar by keyboard into its customers, who are kept as a segment', async () => {
  const calls = serve(answers);
  open('/insights/trend?metric=orders&period=2month', [insight]);
  const chart = await screen.findByRole('slider');
  fireEvent.keyDown(chart, { key: 'Home' });
  expect(chart.getAttribute('aria-valuetext')).toBe('2026年3月, 订单数 8');
  fireEvent.keyDown(chart, { key: 'Enter' });
  expect(await screen.findByText('2026年3月 · 订单数')).toBeTruthy();
  expect(window.location.search).toContain('open=value%402026-03-01');
  const mark = { column: 'value', at: { bucket: '2026-03-01' } };
  expect(asked(calls, '/api/insights/members')).toEqual([
    { insight: question, mark, offset: 0, limit: 20 },
  ]);
  expect(screen.getByText('8 笔中有 2 笔（25.0%）没有对应到客户，不在下面的名单里。')).toBeTruthy();
  expect(await screen.findByText('139****1111')).toBeTruthy();

  fireEvent.click(screen.getByText('存为人群'));
  const name = await screen.findByLabelText('人群名称');
  fireEvent.change(name, { target: { value: '三月下单' } });
  fireEvent.keyDown(name, { key: 'Enter', code: 'Enter', keyCode: 13 });
  await waitFor(() => {
    expect(asked(calls, '/api/segments/from-insight')).toEqual([
      { label: '三月下单', insight: question, mark },
    ]);
    expect(window.location.pathname).toBe('/segments/s4');
  });
});

it('opens figures of the data view too, what they are compared with among them', async () => {
  const calls = serve(answers);
  open('/insights/trend?metric=orders&period=2month', [insight]);
  fireEvent.click(await screen.findByLabelText('看数据表'));
  fireEvent.click(await screen.findByText('4'));
  await waitFor(() => {
    expect(asked(calls, '/api/insights/members')).toMatchObject([
      { mark: { column: 'previous', at: { bucket: '2026-03-01' } } },
    ]);
  });
});

it('sends whoever asks for no kind of question to the trend', async () => {
  serve(answers);
  open('/insights', [insight]);
  await waitFor(() => expect(window.location.pathname).toBe('/insights/trend'));
});

it('offers to import where there is nothing to ask about', async () => {
  serve({ ...answers, 'GET /api/session': { ...signedIn, company: { ...company, asOf: null } } });
  open('/insights/funnel', [insight]);
  expect(await screen.findByText('还没有可以分析的数据')).toBeTruthy();
});
