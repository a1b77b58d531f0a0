import { describe, expect, it } from 'vitest';
import type { PreferenceRule } from '#api';
import * as lifecycle from './LifecycleForm';
import * as preference from './preference';

describe('a preference', () => {
  const rule: PreferenceRule = {
    type: 'preference',
    measure: {
      entity: 'item',
      rows: { type: 'compare', field: 'item.kind', op: 'EQ', value: 'sale' },
      aggregate: 'TOP_VALUE',
      of: 'item.category',
      window: { type: 'lastDays', days: 365 },
    },
    leastRows: 2,
    leastPercent: 40,
  };

  it('is drawn from its rule and written back as it was', () => {
    const draft = preference.draftOf(rule);
    expect(draft).toEqual({ ...preference.BEGUN, events: [] });
    expect(draft && preference.ruleOf(draft)).toEqual(rule);
  });

  it('of several values says how many', () => {
    const three: PreferenceRule = { ...rule, leastPercent: 20, most: 3 };
    const draft = preference.draftOf(three);
    expect(draft?.most).toBe(3);
    expect(draft && preference.ruleOf(draft)).toEqual(three);
  });

  it('counts only the deeds that were chosen, and says nothing before any was', () => {
    const views = { ...preference.BEGUN, field: 'event.hour', events: ['viewed', 'clicked'] };
    expect(preference.ruleOf(views)?.measure).toMatchObject({
      entity: 'event',
      rows: { type: 'in', field: 'event.name', values: ['viewed', 'clicked'] },
    });
    expect(preference.ruleOf({ ...views, events: [] })).toBeNull();
    expect(preference.ruleOf({ ...views, leastRows: null })).toBeNull();
  });

  it('of rows that were picked otherwise is left alone', () => {
    const kept = { ...rule, measure: { ...rule.measure, rows: { type: 'always' as const } } };
    expect(preference.draftOf(kept)).toBeNull();
  });
});

describe('a life cycle', () => {
  it('is a rule once every number is there', () => {
    expect(lifecycle.ruleOf(lifecycle.RETAIL)).toEqual({ type: 'lifecycle', ...lifecycle.RETAIL });
    expect(lifecycle.ruleOf({ ...lifecycle.RETAIL, lostTimes: null })).toBeNull();
  });
});
