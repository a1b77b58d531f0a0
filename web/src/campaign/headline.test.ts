import { describe, expect, it } from 'vitest';
import type { Effect } from '#api';
import { arm } from './fixtures/arm';
import { headline } from './headline';

/** 1,000 against 200: 8 % and 5 % bought, told apart by chance's own draw. */
const measured: Effect = {
  asOf: '2026-06-01',
  window: {
    from: '2026-05-01T02:00:00Z',
    until: '2026-05-15T02:00:00Z',
    open: false,
    daysLeft: 0,
    day: 14,
  },
  knowledge: { newestOrder: '2026-05-31T12:00:00Z', endsBefore: false, endsWithin: false },
  arms: [arm('control', 200, 10), arm('treated', 1000, 80)],
  conversion: {
    absolute: { low: 0.001, estimate: 0.03, high: 0.06, level: 0.95 },
    buyers: { low: 1, estimate: 30, high: 60, level: 0.95 },
    pValue: 0.04,
  },
  srm: { pValue: 0.7, alarm: false },
  goal: 'CONVERSION',
  days: [],
  cost: 100,
  enough: true,
  cautions: [],
  causal: true,
  sql: 'select 1',
};

const between = (low: number, high: number): Effect => ({
  ...measured,
  conversion: {
    absolute: { low, estimate: 0, high, level: 0.95 },
    buyers: { low: low * 1000, estimate: 0, high: high * 1000, level: 0.95 },
    pValue: 1,
  },
});

describe('what may be said about a campaign', () => {
  it('is a difference when the whole interval lies on one side of zero', () => {
    expect(headline(measured)).toMatchObject({ kind: 'measured', sign: 'more', drawn: true });
    expect(headline(between(-0.02, -0.01))).toMatchObject({ kind: 'measured', sign: 'less' });
    expect(headline(between(-0.02, 0.01))).toMatchObject({ kind: 'measured', sign: 'unclear' });
  });

  it('is told in what the campaign is for: revenue waits for enough buyers', () => {
    const revenue: Effect = {
      ...between(-0.02, 0.01),
      goal: 'REVENUE',
      revenue: {
        perHead: { low: 0.4, estimate: 4, high: 7.6, level: 0.95 },
        total: { low: 400, estimate: 4000, high: 7600, level: 0.95 },
        pValue: 0.03,
      },
    };
    expect(headline(revenue)).toMatchObject({ sign: 'more', goal: 'REVENUE' });
    const few = { code: 'experiment.few-buyers', message: '' };
    expect(headline({ ...revenue, cautions: [few] })).toEqual({ kind: 'thin', n: 90 });
  });

  it('is no effect when another system made the groups', () => {
    expect(headline({ ...measured, srm: undefined })).toMatchObject({
      kind: 'measured',
      drawn: false,
    });
  });

  it('is nothing while no order later than the launch is known, whatever the counts', () => {
    const knowledge = { ...measured.knowledge, endsBefore: true };
    expect(headline({ ...measured, knowledge })).toEqual({ kind: 'waiting' });
    expect(headline({ ...measured, arms: [] })).toEqual({ kind: 'waiting' });
  });

  it('is no comparison without a control group', () => {
    expect(headline({ ...measured, arms: [arm('treated', 1000, 80)] })).toEqual({ kind: 'alone' });
  });

  it('is not to be trusted when the sizes are off, even with a fine interval', () => {
    expect(headline({ ...measured, srm: { pValue: 0.00001, alarm: true } })).toEqual({
      kind: 'broken',
    });
  });

  it('says on how few it would rest', () => {
    const arms = [arm('control', 200, 1), arm('treated', 1000, 4)];
    expect(headline({ ...measured, arms, enough: false })).toEqual({ kind: 'thin', n: 5 });
  });
});
