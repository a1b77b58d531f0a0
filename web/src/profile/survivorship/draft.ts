import type { ValueRule, ValueRules, ValueRulesAsked } from '#api';

/** What somebody is about to choose: a rule by the first field that it holds for, and the order. */
export interface Draft {
  rules: Record<string, ValueRule>;
  trusted: string[];
}

export const nameOf = (fields: readonly string[]): string => fields[0] ?? '';

export const draftOf = (held: ValueRules): Draft => ({
  rules: Object.fromEntries(held.rules.map(({ fields, rule }) => [nameOf(fields), rule])),
  trusted: held.trusted,
});

export const usualDraft = (held: ValueRules): Draft => ({
  rules: Object.fromEntries(held.rules.map(({ fields, usual }) => [nameOf(fields), usual])),
  trusted: [],
});

/** Only what is not usual is said; the parts of a place are said one by one. */
export const asked = (held: ValueRules, draft: Draft): ValueRulesAsked => ({
  rules: Object.fromEntries(
    held.rules.flatMap(({ fields, rule, usual }) => {
      const chosen = draft.rules[nameOf(fields)] ?? rule;
      return chosen === usual ? [] : fields.map((field) => [field, chosen] as const);
    }),
  ),
  trusted: draft.trusted,
});

export const isSame = (held: ValueRules, one: Draft, other: Draft): boolean =>
  JSON.stringify(asked(held, one)) === JSON.stringify(asked(held, other));

/** Fields that go by trust while nobody has said whom to trust. */
export const withoutOrder = (held: ValueRules, draft: Draft) =>
  draft.trusted.length > 0
    ? []
    : held.rules.filter(({ fields }) => draft.rules[nameOf(fields)] === 'mostTrusted');

/** The order with one source a place further up (−1) or down (+1). */
export function moved(trusted: readonly string[], source: string, by: -1 | 1): string[] {
  const from = trusted.indexOf(source);
  const to = from + by;
  if (from < 0 || to < 0 || to >= trusted.length) return [...trusted];
  const next = trusted.filter((one) => one !== source);
  next.splice(to, 0, source);
  return next;
}
