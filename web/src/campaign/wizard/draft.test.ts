import { describe, expect, it } from 'vitest';
import {
  blank,
  daysBehind,
  finished,
  isNearlyEveryone,
  sized,
  stepAt,
  type Writing,
} from './draft';

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
    const keep = (writing: Writing) => finished(sized(writing, undefined));
    expect(keep(blank('s1'))).toBeNull();
    expect(keep({ ...written, segment: null })).toBeNull();
    expect(keep(written)?.label).toBe('夏季回归');
  });

  it('holds back what is advised until somebody chooses', () => {
    const plan = {
      history: 980,
      base: 0.05,
      buying: 0.05,
      worth: 0.013,
      suggestion: 0.013,
      advised: 300,
      attainable: false,
    };
    const outlook = { audience: 1000, of: 5000, noAddress: 0, plan, shares: [] };
    expect(sized(written, outlook).controlPerMille).toBe(300);
    expect(sized({ ...written, controlPerMille: 0 }, outlook).controlPerMille).toBe(0);
    expect(sized(written, undefined).controlPerMille).toBe(100);
  });

  it('knows when it is for nearly everyone', () => {
    const outlook = { noAddress: 0, shares: [] };
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
});
