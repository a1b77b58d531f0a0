import { useState } from 'react';
import type { StandardField } from '#api';
import { useLabel } from '#shell';
import { useOccurring } from '../api';
import { isListed } from '../vocabulary';
import type { Choices } from './ValuesInput';

/** What may be chosen for a field: its codes, or else the values that occur, as one types. */
export function useChoices(field: StandardField | undefined): Choices {
  const label = useLabel();
  const [part, seek] = useState<string | null>(null);
  const listed = field !== undefined && isListed(field);
  const { offers, values } = useOccurring(field?.key ?? '', part, listed);
  if (field !== undefined && field.codes.length > 0)
    return {
      choices: field.codes.map(({ value, label: name }) => ({ value, label: label(name) })),
    };
  if (!offers) return {};
  return {
    choices: (values ?? []).map(({ value, customers }) => ({ value, label: value, customers })),
    open: true,
    seek,
  };
}
