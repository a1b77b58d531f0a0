import { describe, expect, it } from 'vitest';
import { capIn, rankOf, RANKS } from './caps';

describe('a limit of people', () => {
  it('knows the usual rankings again, however their keys are ordered', () => {
    const [first] = RANKS;
    if (!first) throw new Error('no ranking');
    const { entity, rows, aggregate, of, window } = first.by;
    const by = { window, of, aggregate, rows, entity };
    expect(rankOf({ type: 'ranked', most: 10, by, lowest: false })).toBe('net365');
    expect(rankOf({ type: 'ranked', most: 10, by, lowest: true })).toBeUndefined();
  });

  it('is read from an address that is whole', () => {
    const drawn = { type: 'drawn', most: 500, salt: 'spring' };
    expect(capIn(JSON.stringify(drawn))).toEqual(drawn);
    expect(capIn('none')).toBeUndefined();
    expect(capIn('{"type":"drawn","most":5')).toBeUndefined();
    expect(capIn('{"type":"ranked","most":5}')).toBeUndefined();
    expect(capIn('null')).toBeUndefined();
  });
});
