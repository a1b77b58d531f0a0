import type { Where } from '#api';

/** The conditions that the wizard can show as one line; others it keeps and shows as "custom". */
export interface Plain {
  field: string;
  how: (typeof HOWS)[number];
  words: string[];
}

export const HOWS = ['in', 'startsWith', 'contains', 'negative'] as const;

export function asPlain(when: Where): Plain | null {
  switch (when.type) {
    case 'in':
      return { field: when.field, how: 'in', words: when.values.map(String) };
    case 'compare':
      if (when.op === 'EQ' && typeof when.value === 'string')
        return { field: when.field, how: 'in', words: [when.value] };
      if (when.op === 'LT' && when.value === 0)
        return { field: when.field, how: 'negative', words: [] };
      return null;
    case 'startsWith':
    case 'contains':
      return { field: when.field, how: when.type, words: [when.text] };
    default:
      return null;
  }
}

export function asWhere({ field, how, words }: Plain): Where {
  switch (how) {
    case 'in':
      return { type: 'in', field, values: words };
    case 'negative':
      return { type: 'compare', field, op: 'LT', value: 0 };
    default:
      return { type: how, field, text: words[0] ?? '' };
  }
}
