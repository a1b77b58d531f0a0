import type { Mark, Table } from '#api';

/** The mark under a click, as the server is asked for its customers: named by its first column. */
export function markAt(table: Table, row: number, column: string): Mark {
  const first = table.columns[0];
  return { column, at: first ? { [first.name]: table.rows[row]?.[0] ?? null } : {} };
}
