import type { Cell, Grain, Table } from '#api';

/** The line of the file: the one column of a tried row that is no field of the standard. */
export const LINE = 'line';

/** How rows are found again; nobody who tries a file asks for it. */
const BOOKKEEPING = [
  'source',
  'feed',
  'batch',
  'record_key',
  'buyer_key',
  'customer_key',
  'recipient_key',
  'seen_at',
];

/**
 * Tried rows as their owner knows them: first the line of the file, then the fields of the standard
 * that any of the rows fills, by their keys (`order_line.quantity`), so that they have names; in
 * the order of the file.
 */
export function tried({ columns, rows }: Table, grain: Grain): Table {
  const kept = columns
    .map(({ name, type }, at) => ({ name, type, at, key: keyOf(name, grain) }))
    .filter(
      ({ name, at }) =>
        name === LINE ||
        (!BOOKKEEPING.includes(name) && rows.some((row) => (row[at] ?? null) !== null)),
    )
    .sort((a, b) => Number(b.name === LINE) - Number(a.name === LINE));
  const line = columns.findIndex(({ name }) => name === LINE);
  // Orders carry their number twice where it is the key as well.
  const shown = kept.filter(({ key }, i) => kept.findIndex((one) => one.key === key) === i);
  return {
    columns: shown.map(({ key, type }) => ({ name: key, type })),
    rows: rows
      .toSorted((a, b) => Number(a[line]) - Number(b[line]))
      .map((row): Cell[] => shown.map(({ at }) => row[at] ?? null)),
  };
}

/** What a row says of its customer, where the row itself is something that the customer did. */
const OF_CUSTOMER = 'who_';

function keyOf(column: string, grain: Grain): string {
  if (column === LINE) return LINE;
  if (column === 'order_key') return 'order.order_no';
  return column.startsWith(OF_CUSTOMER)
    ? `customer.${column.slice(OF_CUSTOMER.length)}`
    : `${grain}.${column}`;
}
