import { describe, expect, it } from 'vitest';
import { ProblemError, type Condition } from '#api';
import { faultsByRule } from './faults';
import { read } from './read';
import { write } from './write';

describe('faults beside rules', () => {
  const vip: Condition = { type: 'holds', trait: 'tag/vip', op: 'EQ', value: true };
  const gone: Condition = { type: 'holds', trait: 'tag/gone', op: 'EQ', value: true };
  const draft = read({ type: 'all', of: [vip, gone] })!;
  const { places } = write(draft);
  const fault = (place: string) => ({ code: 'condition.x', place, message: place, words: {} });

  it('stand at the rule that the server names, all of them', () => {
    const error = new ProblemError({
      status: 400,
      faults: [fault('condition.of[1].trait'), fault('condition.of[1].value'), fault('label')],
    });
    const found = faultsByRule(places, error);
    expect([...found.keys()]).toEqual([draft.of[1]?.id]);
    expect(found.get(draft.of[1]!.id)?.map((one) => one.place)).toEqual([
      'condition.of[1].trait',
      'condition.of[1].value',
    ]);
  });

  it('are found where a tag keeps its condition', () => {
    const error = new ProblemError({
      status: 400,
      faults: [fault('rule.cases[0].when.of[0].trait'), fault('rule.cases[0].value')],
    });
    const found = faultsByRule(places, error, 'rule.cases[0].when');
    expect([...found.keys()]).toEqual([draft.of[0]?.id]);
    expect(found.get(draft.of[0]!.id)).toHaveLength(1);
  });

  it('are none for other errors', () => {
    expect(faultsByRule(places, new Error('offline')).size).toBe(0);
    expect(faultsByRule(places, null).size).toBe(0);
  });
});
