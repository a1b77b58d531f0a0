import type { Cell, Table } from '#api';

/**
 * A table as CSV that Excel opens with its Chinese intact: UTF-8 with a mark, CRLF, full values.
 * `title`: what a column is called on the screen.
 */
export function csv(table: Table, title: (column: string) => string = (column) => column): string {
  const lines = [table.columns.map((column) => title(column.name)), ...table.rows];
  return '\uFEFF' + lines.map((cells) => cells.map(field).join(',')).join('\r\n') + '\r\n';
}

function field(cell: Cell): string {
  const text = cell === null ? '' : String(cell);
  // A leading = + - @ would run as a formula in Excel; numbers, negative ones too, are harmless.
  const safe = /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
