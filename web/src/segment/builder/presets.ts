import type { Condition, Measure, Vocabulary } from '#api';

export interface Preset {
  key: 'asleep' | 'once' | 'repeat' | 'spender' | 'never';
  condition: Condition;
}

const sales = (change: Partial<Measure>): Measure => ({
  entity: 'order',
  rows: { type: 'compare', field: 'order.kind', op: 'EQ', value: 'sale' },
  aggregate: 'COUNT',
  window: { type: 'ever' },
  ...change,
});
const did = (change: Partial<Measure>, bound = 1): Condition => ({
  type: 'behaviour',
  measure: sales(change),
  op: 'GE',
  bound,
});
const didNot = (change: Partial<Measure>): Condition => ({
  type: 'behaviour',
  measure: sales(change),
  op: 'EQ',
  bound: 0,
});
const last = (days: number): Partial<Measure> => ({ window: { type: 'lastDays', days } });
const all = (...of: Condition[]): Condition => ({ type: 'all', of });

/** What shops ask for first, as far as this company's data can say it. */
export function presets({ behaviours, attributes }: Vocabulary): Preset[] {
  const fields = new Set(
    [attributes, ...behaviours.map((one) => one.fields)].flat().map((field) => field.key),
  );
  const offered: (Preset & { needs: string[] })[] = [
    { key: 'asleep', needs: ['order.kind'], condition: all(did({}), didNot(last(90))) },
    {
      key: 'once',
      needs: ['order.kind', 'customer.purchase_days'],
      condition: all(
        {
          type: 'attribute',
          customer: { type: 'compare', field: 'customer.purchase_days', op: 'EQ', value: 1 },
        },
        didNot(last(30)),
      ),
    },
    {
      key: 'repeat',
      needs: ['order.kind'],
      condition: all(did({ ...last(365), aggregate: 'DISTINCT_DAYS' }, 2)),
    },
    {
      key: 'spender',
      needs: ['order.kind', 'order.amount'],
      condition: all(did({ ...last(365), aggregate: 'SUM', of: 'order.amount' }, 2000)),
    },
    { key: 'never', needs: ['order.kind'], condition: all(didNot({})) },
  ];
  return offered
    .filter((one) => one.needs.every((field) => fields.has(field)))
    .map(({ key, condition }) => ({ key, condition }));
}
