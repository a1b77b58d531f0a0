import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import type { Condition, Report } from '#api';
import { open, serve, signedIn } from '#testing';
import { dashboard } from '../section';

vi.mock('../../charts/engine', () => import('../../testing/engine'));

const VIP: Condition = { type: 'holds', trait: 'tag/vip', op: 'EQ', value: true };
const bought = { buyers: 0, again: 0, orders: 0, revenue: 0 };
/** 200 of 1,000 customers; 400 once, of whom 200 came again, 150 each: 60,000 at stake of 800. */
const report: Report = {
  asOf: '2026-11-22',
  year: { from: '2025-11-22', until: '2026-11-22' },
  heads: { customers: 200, of: 1000, buyers: 150 },
  worth: {
    buyers: 120,
    again: 30,
    orders: 240,
    revenue: 48000,
    perBuyer: 400,
    perOrder: 200,
    repurchase: 0.25,
  },
  comparable: true,
  before: { ...bought, buyers: 100, revenue: 40000, perBuyer: 400, repurchase: 0.2 },
  cards: {
    leftOut: { staff: 12 },
    with: { ...bought, buyers: 132, perBuyer: 432 },
    suspected: 8,
    suspectedRevenue: 9600,
  },
  divisions: [
    {
      id: 'gender',
      known: 180,
      unknown: 20,
      shares: [
        { value: 'female', customers: 135, share: 0.75, everyone: 500, tgi: 150, differs: true },
        { value: 'male', customers: 45, share: 0.25, everyone: 400, differs: false },
      ],
    },
  ],
  concentration: { buyers: 0, points: [] },
  rfm: [],
  rhythm: [],
  interval: { intervals: 90, median: 40, late: 100 },
  opportunities: [
    {
      rule: { id: 'secondOrder', from: 0, until: 40 },
      who: VIP,
      heads: 800,
      baseHeads: 400,
      baseBuyers: 200,
      stake: { rate: 0.5, perBuyer: 150, money: 60000 },
    },
    {
      rule: { id: 'carted', from: 0, until: 7 },
      who: VIP,
      heads: 12,
      baseHeads: 9,
      baseBuyers: 1,
    },
  ],
};
const answers = {
  'GET /api/session': signedIn,
  'GET /api/refresh/runs': [],
  'GET /api/sources': [],
  'GET /api/segments/vocabulary': { attributes: [], behaviours: [], traits: [] },
  'POST /api/dashboards/report': report,
};

it('asks about whom its address says, and tells shares, what changed, and what is worth doing', async () => {
  const calls = serve(answers);
  open(`/report?who=${encodeURIComponent(JSON.stringify(VIP))}`, [dashboard]);
  expect(await screen.findByText('促成新客第二单')).toBeTruthy();
  await waitFor(() =>
    expect(
      calls.filter(({ path }) => path === '/api/dashboards/report').map(({ body }) => body),
    ).toEqual([{ who: VIP }]),
  );
  const best = screen.getByText('促成新客第二单').closest('li')!;
  expect(within(best).getByText('约 ¥6万')).toBeTruthy();
  expect(
    within(best).getByText('依据：400 位处境相同的客户中，50.0% 在其后 90 天内购买，人均 ¥150'),
  ).toBeTruthy();
  // Spend per buyer as it would be with the cards of staff, and as it is; 9,600 of 48,000.
  expect(
    screen.getByText(/已剔除 12 张员工卡：客单价 ¥432 → ¥400，购买人数 132 → 120/).textContent,
  ).toContain('另有 8 张疑似共用卡尚未核实，仍计在内，占近 365 天销售额的 20.0%');
  // Nine comparable customers are too few for any money.
  expect(screen.getByText(/数据不足，暂不估算金额（可比客户 n=9）/)).toBeTruthy();
  // Of 180 whose gender is known 135 are women, half as many again as among all.
  const women = screen.getByRole('row', { name: /female/ });
  expect(within(women).getByText('75.0%')).toBeTruthy();
  expect(within(women).getByText('150 ↑')).toBeTruthy();
  expect(screen.getByText('另有 20 人（10.0%）未知，不计入占比')).toBeTruthy();
});

it('says so when nobody fits', async () => {
  serve({
    ...answers,
    'POST /api/dashboards/report': { ...report, heads: { customers: 0, of: 1000, buyers: 0 } },
  });
  open('/report', [dashboard]);
  expect(await screen.findByText('没有符合条件的客户')).toBeTruthy();
  expect(screen.queryByText('促成新客第二单')).toBeNull();
});

it('offers no segment to whoever may only look', async () => {
  serve({ ...answers, 'GET /api/session': { ...signedIn, rights: ['VIEW'] } });
  open('/report', [dashboard]);
  const best = (await screen.findByText('促成新客第二单')).closest('li')!;
  expect(within(best).queryByRole('link', { name: '圈选这群人' })).toBeNull();
  expect(within(best).getByRole('link', { name: '看名单' })).toBeTruthy();
});
