import type { Answer, Cell, TimeGrain } from '#api';
import {
  full,
  numberAt,
  records,
  short,
  textAt,
  tip,
  type Marked,
  type Option,
  type Pen,
  type Unit,
} from './pen';

export interface TrendPartsLook {
  as: 'line' | 'bar';
  unit: Unit;
  grain: TimeGrain;
  /** Parts stand on one another when they add up, as money does; a rate's do not. */
  adds: boolean;
  name: (value: Cell) => string;
  unknown: string;
}

/**
 * A measure over time, each bar told apart: the largest parts in the colours of series, all others
 * and those without a value in grey.
 *
 * Reads the columns bucket, part, rest, value.
 */
export function trendParts(answer: Answer, pen: Pen, look: TrendPartsLook): Option {
  const { ink } = pen;
  const rows = records(answer);
  const buckets = [...new Set(rows.map((row) => textAt(row, 'bucket')))];
  const parts = [...new Set(rows.map(keyOf))];
  const stacked = look.as === 'bar' && look.adds;
  const bars = look.as === 'bar';
  const series = parts.map((key, i) => {
    const data: Marked[] = buckets.map((bucket) => {
      const row = rows.findIndex((one) => textAt(one, 'bucket') === bucket && keyOf(one) === key);
      return { value: numberAt(rows[row] ?? {}, 'value'), row, column: 'value' };
    });
    const colour =
      key === REST ? ink.others : key === UNKNOWN ? ink.hairline : (ink.series[i] ?? ink.others);
    return {
      name: nameOf(key, rows, pen, look),
      type: bars ? 'bar' : 'line',
      ...(stacked ? { stack: 'all', barMaxWidth: 28 } : {}),
      ...(bars ? {} : { showSymbol: buckets.length <= 1, connectNulls: false }),
      itemStyle: { color: colour, ...(bars ? { borderRadius: 0 } : {}) },
      lineStyle: { color: colour, width: 2 },
      data,
    };
  });
  return {
    grid: { left: 4, right: 16, top: pen.narrow ? 56 : 36, bottom: 4, outerBoundsMode: 'same' },
    legend: { type: 'scroll', top: 0, left: 0, right: 0 },
    xAxis: {
      type: 'category',
      boundaryGap: bars,
      data: buckets.map((day) =>
        look.grain === 'month' ? pen.format.month(day) : pen.format.dayShort(day),
      ),
      axisLabel: { hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      splitNumber: pen.narrow ? 3 : 4,
      axisLabel: { formatter: (value: number) => short(pen, look.unit, value) },
    },
    tooltip: {
      trigger: 'axis',
      formatter: (params: unknown) => {
        const first = (Array.isArray(params) ? params[0] : params) as { dataIndex: number };
        const bucket = buckets[first.dataIndex] ?? '';
        const lines = series.map(({ name, data }): [string, string] => [
          name,
          full(pen, look.unit, data[first.dataIndex]?.value ?? null),
        ]);
        const running = rows.some((row) => textAt(row, 'bucket') === bucket && row.open === true);
        if (running) lines.push([pen.say('running'), pen.say('runningNote')]);
        const title = look.grain === 'month' ? pen.format.month(bucket) : pen.format.day(bucket);
        return tip(pen, title, lines);
      },
    },
    series: series as Option['series'],
  };
}

const REST = '\u0000rest';
const UNKNOWN = '\u0000unknown';

const keyOf = (row: Record<string, Cell>): string =>
  row.rest === true
    ? REST
    : row.part === null || row.part === undefined
      ? UNKNOWN
      : textAt(row, 'part');

function nameOf(
  key: string,
  rows: Record<string, Cell>[],
  pen: Pen,
  look: Pick<TrendPartsLook, 'name' | 'unknown'>,
): string {
  if (key === REST) return pen.say('allOthers');
  return key === UNKNOWN
    ? look.unknown
    : look.name(rows.find((row) => keyOf(row) === key)?.part ?? key);
}

/**
 * A funnel told apart: for each step how much of its own first step every part kept.
 *
 * Reads the columns step, part, rest, label, customers, fromFirst.
 */
export function funnelParts(
  answer: Answer,
  pen: Pen,
  look: Pick<TrendPartsLook, 'name' | 'unknown'>,
): Option {
  const { ink } = pen;
  const rows = records(answer);
  const steps = [...new Set(rows.map((row) => textAt(row, 'step')))];
  const parts = [...new Set(rows.map(keyOf))];
  const labels = steps.map((step) =>
    textAt(rows.find((row) => textAt(row, 'step') === step) ?? {}, 'label'),
  );
  return {
    grid: {
      left: 4,
      right: pen.narrow ? 96 : 128,
      top: pen.narrow ? 56 : 36,
      bottom: 4,
      outerBoundsMode: 'same',
    },
    legend: { type: 'scroll', top: 0, left: 0, right: 0 },
    xAxis: { type: 'value', show: false, min: 0, max: 1 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: labels,
      axisLine: { show: false },
      axisLabel: { color: ink.ink, width: pen.narrow ? 72 : 120, overflow: 'truncate' },
    },
    tooltip: {
      trigger: 'item',
      formatter: (params: unknown) => {
        const { data, seriesName } = params as { data: Marked; seriesName: string };
        const row = rows[data.row] ?? {};
        return tip(pen, `${seriesName} · ${textAt(row, 'label')}`, [
          [pen.say('customers'), pen.format.full(numberAt(row, 'customers'))],
          [pen.say('fromPrevious'), pen.format.percent(numberAt(row, 'fromPrevious'))],
          [pen.say('fromFirst'), pen.format.percent(numberAt(row, 'fromFirst'))],
        ]);
      },
    },
    series: parts.map((key, i) => ({
      name: nameOf(key, rows, pen, look),
      type: 'bar' as const,
      barMaxWidth: 16,
      itemStyle: {
        color:
          key === REST
            ? ink.others
            : key === UNKNOWN
              ? ink.hairline
              : (ink.series[i] ?? ink.others),
      },
      label: {
        show: true,
        position: 'right' as const,
        fontSize: 12,
        color: ink.secondary,
        formatter: ({ data }: { data: unknown }) => {
          const row = rows[(data as Marked).row] ?? {};
          return `${pen.format.percent(numberAt(row, 'fromFirst'))}  ${pen.format.number(numberAt(row, 'customers'))}`;
        },
      },
      data: steps.map((step): Marked => {
        const row = rows.findIndex((one) => textAt(one, 'step') === step && keyOf(one) === key);
        return { value: numberAt(rows[row] ?? {}, 'fromFirst') ?? 0, row, column: 'customers' };
      }),
    })),
  };
}
