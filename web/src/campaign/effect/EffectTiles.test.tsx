import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Effect } from '#api';
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

const page = (effect: Effect): Section => ({
  routes: [
    {
      path: '/page',
      lazy: () =>
        Promise.resolve({
          Component: () => <EffectTiles effect={effect} said={headline(effect)} />,
        }),
    },
  ],
});

it('tells an unknown cost from none, and makes no return of either', async () => {
  serve({ 'GET /api/session': signedIn, 'GET /api/runs': [] });
  open('/page', [page(unpriced)]);
  expect(await screen.findByText('未填写')).toBeTruthy();
  expect(screen.getByText('没有填写单条成本')).toBeTruthy();
  expect(screen.getByText('未填写成本，不计算')).toBeTruthy();
});

it('says of a campaign that cost nothing that there is no return', async () => {
  serve({ 'GET /api/session': signedIn, 'GET /api/runs': [] });
  open('/page', [page({ ...unpriced, cost: 0 })]);
  expect(await screen.findByText('没有成本，不计算')).toBeTruthy();
  expect(screen.queryByText('未填写')).toBeNull();
});

it('does not let anybody wait for a return that no number of buyers can bring', async () => {
  serve({ 'GET /api/session': signedIn, 'GET /api/runs': [] });
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
