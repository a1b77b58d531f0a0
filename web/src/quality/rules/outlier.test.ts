import { expect, it } from 'vitest';
import type { Rule } from '#api';
import { draftOf, EMPTY, kindsFor, ruleOf } from './draft';

const check = {
  type: 'outlier',
  field: 'order.amount',
  by: ['order.shop'],
  spread: 'mad',
  reach: 3.5,
  log: true,
} as const;

it('asks outliers of numbers alone', () => {
  expect(kindsFor('decimal')).toContain('outlier');
  expect(kindsFor('text')).not.toContain('outlier');
  expect(kindsFor('day')).not.toContain('outlier');
});

it('sends no fences, so that they are measured as it is saved', () => {
  const kept: Rule = {
    rows: 'order',
    severity: 'quarantine',
    on: true,
    check: { ...check, by: [...check.by], fences: [{ rows: 41, low: 68.1, high: 171.9 }] },
  };
  expect(ruleOf(draftOf(kept))).toEqual({ ...kept, check: { ...check, fences: [] } });
  expect(ruleOf({ ...EMPTY, kind: 'outlier', field: 'order.amount', reach: null })).toBeUndefined();
});
