import { useCallback, useMemo } from 'react';
import type { CustomerRow, Value } from '#api';
import { kindOf, useLexicon, useWritten } from '#condition';
import { useFormat, useLabel, type Col } from '#shell';
import { USUAL } from './filters';
import { Hidden } from './Hidden';
import { Inferred } from './imputation/Inferred';

const MONEY = ['revenue', 'refunds', 'net_revenue'];

/** Columns beside the usual ones: fields of the customer by their names, tags and segments by ids. */
export function useMoreColumns(): (column: string) => Col<CustomerRow> & { name: string } {
  const label = useLabel();
  const format = useFormat();
  const words = useLexicon();
  const written = useWritten();
  return useCallback(
    (column) => {
      const trait = column.includes('/') ? words.trait(column) : undefined;
      const field = words.field(`customer.${column}`);
      const kind = kindOf(trait?.type ?? field?.type ?? 'text');
      const codes = new Map<string, string>([
        ...(trait?.values ?? []).map((one): [string, string] => [
          String(one.value),
          label(one.label),
        ]),
        ...(field?.codes ?? []).map((one): [string, string] => [one.value, label(one.label)]),
      ]);
      const said = (value: Value | undefined) => {
        if (value === undefined || value === null || value === '') return '—';
        if (typeof value === 'number' && MONEY.includes(column)) return format.moneyFull(value);
        const coded = typeof value === 'string' ? codes.get(value) : undefined;
        return coded ?? written(value);
      };
      const hidden = field !== undefined && field.sensitivity !== 'open';
      const name = label(trait?.label ?? field?.label) || column;
      return {
        key: column,
        name,
        title: name,
        width: kind === 'number' ? 120 : 140,
        number: kind === 'number',
        ellipsis: true,
        sortable: field !== undefined || trait !== undefined,
        render: (row) => {
          const value = row.cells[column];
          if (column.startsWith('imputed_') && value !== undefined && value !== null)
            return <Inferred text={said(value)} />;
          return hidden && typeof value === 'string' ? <Hidden text={value} /> : said(value);
        },
      };
    },
    [label, format, words, written],
  );
}

/** Every column that a list may have, by groups. */
export function useColumnChoices(): {
  label: string;
  options: { value: string; label: string }[];
}[] {
  const label = useLabel();
  const { vocabulary } = useLexicon();
  return useMemo(() => {
    // The usual columns have names of their own: net_revenue is netRevenue there.
    const known: string[] = USUAL.map((one) =>
      one.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    );
    const fields = vocabulary.attributes
      .map((field) => ({
        value: field.key.replace(/^customer\./, ''),
        label: label(field.label),
      }))
      .filter((one) => !known.includes(one.value));
    const traits = (kind: string) =>
      vocabulary.traits
        .filter((one) => one.trait.startsWith(`${kind}/`))
        .map((one) => ({ value: one.trait, label: label(one.label) }));
    return [
      { label: 'fields', options: fields },
      { label: 'tags', options: traits('tag') },
      { label: 'segments', options: traits('segment') },
    ];
  }, [vocabulary, label]);
}
