import type { Mark, Table } from '#api';
import type { Marked, Option } from './pen';

/** The columns that name a row of an answer: its first, and what else tells rows apart. */
export function keysOf(table: Table): string[] {
  const names = table.columns.map((column) => column.name);
  const first = names[0];
  if (first === undefined) return [];
  const more = first === 'field' ? ['value'] : first === 'since' ? ['until'] : ['part', 'rest'];
  return [first, ...more.filter((name) => names.includes(name))];
}

/** The mark under a click, as the server is asked for its customers: named by its key columns. */
export function markAt(table: Table, row: number, column: string): Mark {
  const cells = keysOf(table).map((name) => [
    name,
    table.rows[row]?.[table.columns.findIndex((one) => one.name === name)] ?? null,
  ]);
  return { column, at: Object.fromEntries(cells) as Mark['at'] };
}

/** A mark as it is drawn: where ECharts finds it, and the row and column behind it. */
export interface DrawnMark {
  series: number;
  place: number;
  row: number;
  column: string;
}

/** The marks of a chart that stand for rows, in the order in which one walks along them. */
export function marksOf(option: Option): DrawnMark[] {
  const series = (Array.isArray(option.series) ? option.series : [option.series]) as {
    data?: unknown[];
    silent?: boolean;
  }[];
  return series
    .flatMap((one, at) =>
      one.silent ? [] : (one.data ?? []).flatMap((point, place) => marked(point, at, place)),
    )
    .sort((a, b) => a.place - b.place);
}

function marked(point: unknown, series: number, place: number): DrawnMark[] {
  if (typeof point !== 'object' || point === null || !('row' in point)) return [];
  const { value, row, column, symbolSize } = point as Partial<Marked> & { symbolSize?: number };
  const isSeen = value !== null && value !== undefined && symbolSize !== 0;
  return isSeen && row !== undefined && row >= 0 && column ? [{ series, place, row, column }] : [];
}
