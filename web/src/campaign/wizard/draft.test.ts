import { describe, expect, it } from 'vitest';
import { blank, daysBehind, finished, isNearlyEveryone, partsOf, stepAt } from './draft';

const written = { ...blank('s1'), label: ' 夏季回归 ', message: '{name}，回来看看' };

describe('a campaign being written', () => {
  it('lets nobody past a step that lacks something', () => {
    expect(stepAt('check', blank(null), false)).toBe('who');
    expect(stepAt('check', { ...blank('s1'), label: '夏季' }, false)).toBe('what');
    expect(stepAt('check', written, false)).toBe('control');
    expect(stepAt('check', written, true)).toBe('check');
    expect(stepAt('what', written, true)).toBe('what');
    expect(stepAt('nonsense', written, true)).toBe('who');
  });

  it('can be kept once segment, name and message are there', () => {
    expect(finished(blank('s1'))).toBeNull();
    expect(finished({ ...written, segment: null })).toBeNull();
    expect(finished(written)?.label).toBe('夏季回归');
  });

  it('knows when it is for nearly everyone', () => {
    const outlook = { noAddress: 0, baseRate: 0, shares: [] };
    expect(isNearlyEveryone({ ...outlook, audience: 80, of: 100 })).toBe(true);
    expect(isNearlyEveryone({ ...outlook, audience: 79, of: 100 })).toBe(false);
    expect(isNearlyEveryone({ ...outlook, audience: 0, of: 0 })).toBe(false);
  });

  it('counts the days since the data ended', () => {
    const now = Date.parse('2026-11-28T13:00:00Z');
    expect(daysBehind('2026-06-01', now)).toBe(180);
    expect(daysBehind('2026-11-28', now)).toBe(0);
    expect(daysBehind(null, now)).toBe(0);
  });

  it('counts the parts that a text message is billed by', () => {
    expect([70, 71, 134, 135].map(partsOf)).toEqual([1, 2, 2, 3]);
  });
});
