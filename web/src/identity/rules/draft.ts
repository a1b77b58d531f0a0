import type { IdRule, IdRuleAsked, IdRules, IdUse } from '#api';

/** The rule of one type as it stands in the form; a limit that was emptied is missing. */
export interface Drafted {
  idType: string;
  use: IdUse;
  records: number | undefined;
  names: number | undefined;
  values: number | undefined;
}

/** All types, the most trusted first. */
export type Draft = readonly Drafted[];

const drafted = (idType: string, set: IdRule['set']): Drafted => ({
  idType,
  use: set.use,
  records: set.records,
  names: set.names,
  values: set.values ?? undefined,
});

export const draftOf = (rules: IdRules): Draft =>
  rules.types.map(({ idType, set }) => drafted(idType, set));

export const usualDraft = (rules: IdRules): Draft =>
  rules.usualOrder.flatMap((type) =>
    rules.types
      .filter(({ idType }) => idType === type)
      .map(({ idType, usual }) => drafted(idType, usual)),
  );

export const isSame = (one: Draft, other: Draft): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

export const changed = (draft: Draft, idType: string, by: Partial<Drafted>): Draft =>
  draft.map((one) => (one.idType === idType ? { ...one, ...by } : one));

/** With one type a place further up (−1) or down (+1). */
export function moved(draft: Draft, idType: string, by: -1 | 1): Draft {
  const from = draft.findIndex((one) => one.idType === idType);
  const to = from + by;
  const [one, other] = [draft[from], draft[to]];
  if (!one || !other) return draft;
  return draft.map((it, i) => (i === from ? other : i === to ? one : it));
}

/** What is asked of the server; nothing while a limit is missing. */
export function asked(draft: Draft): IdRuleAsked[] | undefined {
  const all = draft.flatMap(({ records, names, ...rest }) =>
    records === undefined || names === undefined ? [] : [{ ...rest, records, names }],
  );
  return all.length === draft.length ? all : undefined;
}
