import type { ImputationAsked, ImputationField, ImputationMethod } from '#api';

export type MethodType = ImputationMethod['type'];

/** What somebody is about to choose for a field; all methods keep what was typed for them. */
export interface Draft {
  type: MethodType;
  value: string;
  by: string[];
  least: number;
  percent: number;
}

/** Numbers and days have no most frequent value, so there is no share to ask for. */
export const isCategory = (field: ImputationField): boolean => field.type === 'text';

/** What mostly tells of a field, among what may. */
const TELLING: Record<string, string[]> = {
  gender: ['given_name'],
  province: ['phone_prefix'],
  city: ['phone_prefix'],
  district: ['city'],
  country: ['province'],
};

export function draftOf(field: ImputationField): Draft {
  const telling = (TELLING[field.field] ?? []).filter((name) =>
    field.keys.some((key) => key.name === name),
  );
  const usual: Draft = {
    type: telling.length > 0 ? 'grouped' : 'typical',
    value: '',
    by: telling,
    least: 20,
    percent: 70,
  };
  const method = field.rule?.method;
  return method ? { ...usual, ...method } : usual;
}

/** How many things a method may go by. */
export const mostOf = (type: MethodType): number => (type === 'model' ? 5 : 3);

/** Ready to be sent, or undefined while something is missing. */
export function asked(field: ImputationField, draft: Draft): ImputationAsked | undefined {
  const method = methodOf(field, draft);
  return method && { field: field.field, method };
}

function methodOf(field: ImputationField, draft: Draft): ImputationMethod | undefined {
  const percent = isCategory(field) ? draft.percent : 0;
  const by = draft.by.slice(0, mostOf(draft.type));
  switch (draft.type) {
    case 'constant':
      return draft.value === '' ? undefined : { type: 'constant', value: draft.value };
    case 'typical':
      return { type: 'typical' };
    case 'grouped':
      return by.length === 0 ? undefined : { type: 'grouped', by, least: draft.least, percent };
    case 'model':
      return by.length === 0 ? undefined : { type: 'model', by, percent };
  }
}

/** How the customers divide: who told it, of whom it is inferred, of whom nothing is known. */
export function shares({ known, imputed }: ImputationField, customers: number) {
  if (customers === 0) return { known: 0, imputed: 0, none: 0 };
  return {
    known: known / customers,
    imputed: imputed / customers,
    none: (customers - known - imputed) / customers,
  };
}
