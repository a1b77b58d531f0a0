import { describe, expect, it } from 'vitest';
import { causeOf } from './cause';

describe('the cause of a change', () => {
  it('is a rule in its version, a person with a note, or a customer who is no more', () => {
    expect(causeOf('rule/3')).toEqual({ key: 'rule', slots: { version: '3' } });
    expect(causeOf('person/lin/saved from a chart / funnel')).toEqual({
      key: 'personNote',
      slots: { who: 'lin', note: 'saved from a chart / funnel' },
    });
    expect(causeOf('person/%E6%9E%97%E6%99%9A/')).toEqual({
      key: 'person',
      slots: { who: '林晚', note: '' },
    });
    expect(causeOf('vanished')).toEqual({ key: 'vanished', slots: {} });
    expect(causeOf('something new')).toEqual({ key: 'other', slots: { text: 'something new' } });
  });
});
