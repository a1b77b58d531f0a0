import { expect, it } from 'vitest';
import { filterFrom, putFilter, savedFilter, toSave, type Filter } from './filter';

const VIP = { type: 'holds', trait: 'tag/vip', op: 'EQ', value: true } as const;
const month = { last: 30, unit: 'day' } as const;
const march = { from: '2026-03-01', until: '2026-04-01' };
const nothing: Filter = { span: null, who: null };

it('of a board holds until the address says otherwise', () => {
  const saved = savedFilter({ rolling: month, who: VIP });
  expect(filterFrom(new URLSearchParams(), saved)).toEqual({ span: month, who: VIP });
  expect(filterFrom(new URLSearchParams('period=own&who=all'), saved)).toEqual(nothing);
  expect(filterFrom(new URLSearchParams('period=2026-03-01..2026-03-31'), saved)).toEqual({
    span: march,
    who: VIP,
  });
});

it('comes back from its address', () => {
  const saved = savedFilter({ rolling: month });
  for (const filter of [nothing, { span: march, who: VIP }, { span: month, who: null }]) {
    const search = new URLSearchParams();
    putFilter(search, filter, saved);
    expect(filterFrom(search, saved)).toEqual(filter);
  }
  const silent = new URLSearchParams('period=7day');
  putFilter(silent, { span: month, who: null }, saved);
  expect(silent.toString()).toBe('');
});

it('is saved as days that move or stand, and not at all when it says nothing', () => {
  expect(toSave({ span: month, who: null })).toEqual({ rolling: month });
  expect(toSave({ span: march, who: VIP })).toEqual({ period: march, who: VIP });
  expect(toSave(nothing)).toBeUndefined();
});
