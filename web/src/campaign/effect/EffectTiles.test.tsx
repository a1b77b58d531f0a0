import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Campaign, CampaignCost, Effect } from '#api';
import type { Section } from '#shell';
import { open, serve, signedIn } from '#testing';
import { arm } from '../fixtures/arm';
import { headline } from '../headline';
import { EffectTiles } from './EffectTiles';

/** 1,000 against 200: 8 % and 5 % bought; nobody said what a message costs. */
const unpriced: Effect = {
  asOf: '2026-06-01',
  knowledge: { endsBefore: false, endsWithin: false },
  arms: [arm('control', 200, 10), arm('treated', 1000, 80)],
  conversion: {
    absolute: { low: 0.001, estimate: 0.03, high: 0.06, level: 0.95 },
    buyers: { low: 1, estimate: 30, high: 60, level: 0.95 },
    pValue: 0.04,
  },
  goal: 'CONVERSION',
  days: [],
  enough: true,
  cautions: [],
  causal: true,
  sql: 'select 1',
};

const campaign: Campaign = {
  id: 'c2',
  label: { zh: '新品短信', en: '新品短信' },
  kind: 'launched',
  state: 'closed',
  planned: 1200,
  audience: 1200,
  treated: 1000,
  control: 200,
  windowDays: 14,
  marginPercent: 45,
  metric: 'CONVERSION',
  otherCost: 0,
  masked: false,
  whole: true,
  entries: { SENT: 1000, HELD_OUT: 200 },
};

/** Nobody has said anything of it, and who looks may. */
const unsaid: CampaignCost = { now: { other: 0 }, correctable: true, stated: [] };

const told = (cost: CampaignCost) =>
  serve({
    'GET /api/session': signedIn,
    'GET /api/runs': [],
    'GET /api/campaigns/c2/cost': cost,
    'PUT /api/campaigns/c2/cost': cost,
  });

const page = (effect: Effect): Section => ({
  routes: [
    {
      path: '/page',
      lazy: () =>
        Promise.resolve({
          Component: () => (
            <EffectTiles campaign={campaign} effect={effect} said={headline(effect)} />
          ),
        }),
    },
  ],
});

it('tells an unknown cost from none, and makes no return of either', async () => {
  told({ ...unsaid, correctable: false });
  open('/page', [page(unpriced)]);
  expect(await screen.findByText('未填写')).toBeTruthy();
  expect(screen.getByText('没有填写单条成本')).toBeTruthy();
  expect(screen.getByText('未填写成本，不计算')).toBeTruthy();
});

it('says of a campaign that cost nothing that there is no return', async () => {
  told({ ...unsaid, correctable: false });
  open('/page', [page({ ...unpriced, cost: 0 })]);
  expect(await screen.findByText('没有成本，不计算')).toBeTruthy();
  expect(screen.queryByText('未填写')).toBeNull();
});

it('does not let anybody wait for a return that no number of buyers can bring', async () => {
  told({ ...unsaid, correctable: false });
  const thin = {
    ...unpriced,
    enough: false,
    arms: [arm('control', 200, 0), arm('treated', 1000, 8)],
  };
  open('/page', [page(thin)]);
  expect(await screen.findByText('未填写成本，不计算')).toBeTruthy();
  // 下单率之差、相对提升、多带来的下单客户、增量收入: these come with more buyers.
  expect(screen.getAllByText('数据不足 (n=8)')).toHaveLength(4);
});

it('lets those who may add the cost, and takes no amount that is none', async () => {
  const calls = told(unsaid);
  open('/page', [page(unpriced)]);
  fireEvent.click(await screen.findByRole('button', { name: '补记成本' }));
  const each = await screen.findByLabelText('单条成本');
  const save = screen.getByRole<HTMLButtonElement>('button', { name: /保\s*存/ });
  expect(save.disabled).toBe(true);
  fireEvent.change(each, { target: { value: '0,05' } });
  expect(screen.getByText('这不是金额，请只填数字，例如 0.05 或 1,200')).toBeTruthy();
  expect(save.disabled).toBe(true);
  fireEvent.change(each, { target: { value: '0.0425' } });
  fireEvent.change(screen.getByLabelText('说明（选填）'), { target: { value: '六月账单' } });
  fireEvent.click(save);
  await waitFor(() =>
    expect(calls.filter(({ method }) => method === 'PUT')).toEqual([
      {
        method: 'PUT',
        path: '/api/campaigns/c2/cost',
        body: { costPerMessage: 0.0425, otherCost: 0, note: '六月账单', seen: 0 },
      },
    ]),
  );
});

it('says beside the figure who corrected it, and offers nothing to who may not', async () => {
  told({
    now: { perMessage: 0.05, other: 800 },
    correctable: false,
    stated: [
      {
        number: 1,
        before: { perMessage: 0.05, other: 0 },
        now: { perMessage: 0.05, other: 800 },
        note: '',
        by: { zh: '林', en: '林' },
        statedAt: '2026-06-02T02:00:00Z',
      },
    ],
  });
  open('/page', [page({ ...unpriced, cost: 850 })]);
  expect(await screen.findByText('成本于 2026年6月2日 由 林 更正')).toBeTruthy();
  expect(screen.queryByRole('button', { name: '更正成本' })).toBeNull();
});
