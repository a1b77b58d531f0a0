import type { Condition, TagRule, TagView, Value } from '#api';

/** Whoever has the tag with this value. */
export const holding = (trait: string, value: Value): Condition => ({
  type: 'holds',
  trait,
  op: 'EQ',
  value,
});

/** Whoever has the tag, with whatever value. A comparison with nothing is false, so it needs one. */
export function holders({
  trait,
  type,
  values,
}: Pick<TagView, 'trait' | 'type' | 'values'>): Condition {
  if (type === 'flag') return holding(trait, true);
  if (type === 'text' || type === 'text_list')
    return { type: 'any', of: values.map(({ value }) => holding(trait, value ?? '')) };
  return {
    type: 'any',
    of: [
      { type: 'holds', trait, op: 'GE', value: 0 },
      { type: 'holds', trait, op: 'LT', value: 0 },
    ],
  };
}

/** The condition of a tag that says yes or nothing; other rules have none, or several. */
export function conditionOf(rule: TagRule): Condition | null {
  if (rule.type !== 'rule') return null;
  const [only, more] = rule.cases;
  return only?.value === true && more === undefined ? only.when : null;
}
