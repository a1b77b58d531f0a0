import { describe, expect, it } from 'vitest';
import { ProblemError, type Condition, type Vocabulary } from '#api';
import { read, write } from '#condition';
import { faultsByRule } from './faults';
import { presets } from './presets';

describe('faults beside rules', () => {
  const vip: Condition = { type: 'holds', trait: 'tag/vip', op: 'EQ', value: true };
  const gone: Condition = { type: 'holds', trait: 'tag/gone', op: 'EQ', value: true };
  const draft = read({ type: 'all', of: [vip, gone] })!;
  const { places } = write(draft);
  const fault = (place: string) => ({ code: 'condition.x', place, message: place });

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

  it('are none for other errors', () => {
    expect(faultsByRule(places, new Error('offline')).size).toBe(0);
    expect(faultsByRule(places, null).size).toBe(0);
  });
});

describe('beginnings', () => {
  const field = (key: string) => ({
    key,
    label: { zh: key, en: key },
    type: 'text',
    sensitivity: 'open',
    mandatory: false,
  });
  const words = (attributes: string[], orders: string[]): Vocabulary => ({
    attributes: attributes.map(field),
    behaviours: [
      { entity: 'order', label: { zh: '', en: '' }, fields: orders.map(field), aggregates: [] },
    ],
    traits: [],
  });

  it('are offered as far as the data can say them, and each can be drawn', () => {
    const all = presets(words(['customer.purchase_days'], ['order.kind', 'order.amount']));
    expect(all.map((one) => one.key)).toEqual(['asleep', 'once', 'repeat', 'spender', 'never']);
    for (const { condition } of all) expect(write(read(condition)!).condition).toEqual(condition);
    expect(presets(words([], ['order.kind'])).map((one) => one.key)).toEqual([
      'asleep',
      'repeat',
      'never',
    ]);
    expect(presets(words([], []))).toEqual([]);
  });
});
