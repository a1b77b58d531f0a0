import { describe, expect, it } from 'vitest';
import type { Vocabulary } from '#api';
import { read, write } from '#condition';
import { presets } from './presets';

describe('beginnings', () => {
  const field = (key: string) => ({
    key,
    label: { zh: key, en: key },
    type: 'text',
    sensitivity: 'open',
    mandatory: false,
    codes: [],
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
