import type { EChartsOption } from 'echarts';
import type { Cell, Table } from '#api';
import { toNumber, type Format, type Ink } from '#style';

/** What a chart is drawn with. The functions that draw know neither React nor the browser. */
export interface Pen {
  ink: Ink;
  format: Format;
  /** The words of the charts in the language of the screen. */
  say: (key: string, words?: Record<string, string | number>) => string;
  /** A phone: fewer labels. */
  narrow: boolean;
  /** How wide the drawing is, in pixels; 0 before it is known. */
  width: number;
  /** The colours of a rise and a fall, as this person reads them. */
  rise: string;
  fall: string;
}

export type Option = EChartsOption;

/** Draws with the pen it is given. */
export type Drawing = (pen: Pen) => Option;

/** How the figures of a chart are written. */
export type Unit = 'money' | 'count' | 'share' | 'points' | 'average';

/** A mark knows its row and column, so that a click can be answered with the customers behind it. */
export interface Marked<V = number | null> {
  value: V;
  row: number;
  column: string;
}

/** The rows of an answer by the names of their columns. */
export function records(table: Table): Record<string, Cell>[] {
  return table.rows.map((cells) =>
    Object.fromEntries(table.columns.map((column, i) => [column.name, cells[i] ?? null])),
  );
}

export const numberAt = (record: Record<string, Cell>, column: string): number | null => {
  const cell = record[column];
  return typeof cell === 'boolean' ? null : toNumber(cell);
};

export const textAt = (record: Record<string, Cell>, column: string): string => {
  const cell = record[column];
  return cell === null || cell === undefined ? '' : String(cell);
};

export const short = (pen: Pen, unit: Unit, value: number | null): string =>
  unit === 'money'
    ? pen.format.money(value)
    : unit === 'share'
      ? pen.format.percent(value)
      : unit === 'average'
        ? average(pen, value)
        : pen.format.number(value);

export const full = (pen: Pen, unit: Unit, value: number | null): string =>
  unit === 'money'
    ? pen.format.moneyFull(value)
    : unit === 'share'
      ? pen.format.percent(value)
      : unit === 'average'
        ? average(pen, value)
        : pen.format.full(value);

/** So many for each: 1.83. */
const average = (pen: Pen, value: number | null): string =>
  pen.format.full(value === null ? null : Math.round(value * 100) / 100);

/** What people typed may stand in a label; a tooltip is HTML. */
export const escape = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** A tooltip: a title and lines of name and value. */
export function tip(pen: Pen, title: string, lines: [string, string][]): string {
  const rows = lines
    .map(
      ([name, value]) =>
        `<tr><td style="padding-right:16px;color:${pen.ink.secondary}">${escape(name)}</td>` +
        `<td style="text-align:right;font-variant-numeric:tabular-nums">${escape(value)}</td></tr>`,
    )
    .join('');
  return `<strong>${escape(title)}</strong><table style="border-spacing:0">${rows}</table>`;
}

/** A colour along a scale of colours, 0 at its first and 1 at its last. */
export function shade(scale: readonly string[], at: number): string {
  const last = scale.length - 1;
  const place = Math.min(1, Math.max(0, Number.isFinite(at) ? at : 0)) * last;
  const i = Math.min(last - 1, Math.floor(place));
  const [from, to] = [channels(scale[i]), channels(scale[i + 1])];
  const mix = from.map((channel, c) =>
    Math.round(channel + ((to[c] ?? channel) - channel) * (place - i)),
  );
  return `#${mix.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

const channels = (hex = '#000000'): number[] =>
  [1, 3, 5].map((start) => parseInt(hex.slice(start, start + 2), 16));

/** Ink or paper, whichever reads better on this colour. */
export function wordsOn(colour: string): string {
  const [r = 0, g = 0, b = 0] = channels(colour).map((channel) => {
    const c = channel / 255;
    return c <= 0.03928 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  const light = 0.2126 * r + 0.7152 * g + 0.0722 * b;
  return (light + 0.05) / (0.0168 + 0.05) > 1.05 / (light + 0.05) ? '#1F2328' : '#FFFFFF';
}
