import type { Answer, Cell } from '#api';
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
} from './pen';

export interface BreakdownLook {
  measure: 'customers' | 'revenue';
  /** What a value is called; without it the value itself. */
  name?: (value: Cell) => string;
  /** In the order of the answer, for values that have one of their own; otherwise by size. */
  ordered?: boolean;
}

/** More bars than these are drawn together as "all others", in grey. */
const MOST = 20;

/**
 * How many customers, or how much revenue, each value of a tag holds.
 *
 * Reads the columns value, customers, revenue.
 */
export function breakdown(answer: Answer, pen: Pen, look: BreakdownLook): Option {
  const { ink } = pen;
  const unit = look.measure === 'revenue' ? 'money' : 'count';
  const all = records(answer).map((row, i) => ({
    row: i,
    name:
      row.value === null || row.value === undefined
        ? pen.say('unknown')
        : (look.name?.(row.value) ?? textAt(row, 'value')),
    isUnknown: row.value === null || row.value === undefined,
    size: numberAt(row, look.measure) ?? 0,
    customers: numberAt(row, 'customers'),
    revenue: numberAt(row, 'revenue'),
  }));
  const total = all.reduce((sum, one) => sum + one.size, 0);
  const sorted = look.ordered ? all : all.toSorted((a, b) => b.size - a.size);
  const shown = sorted.length > MOST ? sorted.slice(0, MOST - 1) : sorted;
  const rest = sorted.slice(shown.length);
  const restSize = rest.reduce((sum, one) => sum + one.size, 0);

  const marks: (Marked & { itemStyle?: { color: string } })[] = shown.map((one) => ({
    value: one.size,
    row: one.row,
    column: look.measure,
    ...(one.isUnknown ? { itemStyle: { color: ink.others } } : {}),
  }));
  const names = shown.map((one) => one.name);
  if (rest.length > 0) {
    names.push(pen.say('others', { count: rest.length }));
    // No single row stands behind "all others": it cannot be opened.
    marks.push({
      value: restSize,
      row: -1,
      column: look.measure,
      itemStyle: { color: ink.others },
    });
  }
  const share = (size: number) => (total > 0 ? size / total : null);

  return {
    grid: { left: 4, right: pen.narrow ? 84 : 120, top: 4, bottom: 4, outerBoundsMode: 'same' },
    xAxis: { type: 'value', show: false, min: 0 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: names,
      axisLine: { show: false },
      axisLabel: { color: ink.ink, width: pen.narrow ? 84 : 140, overflow: 'truncate' },
    },
    tooltip: {
      trigger: 'item',
      formatter: (params: unknown) => {
        const { dataIndex } = params as { dataIndex: number };
        const one = shown[dataIndex];
        if (!one)
          return tip(pen, names[dataIndex] ?? '', [
            [pen.say(look.measure), full(pen, unit, restSize)],
          ]);
        return tip(pen, one.name, [
          [pen.say('customers'), pen.format.full(one.customers)],
          [pen.say('revenue'), pen.format.moneyFull(one.revenue)],
          [pen.say('share'), pen.format.percent(share(one.size))],
        ]);
      },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 22,
        itemStyle: { color: ink.series[0] },
        data: marks,
        label: {
          show: true,
          position: 'right',
          color: ink.ink,
          formatter: (params: { dataIndex: number }) => {
            const size = marks[params.dataIndex]?.value ?? 0;
            return `${short(pen, unit, size)}  {p|${pen.format.percent(share(size))}}`;
          },
          rich: { p: { color: ink.secondary, fontSize: 12 } },
        },
      },
    ],
  };
}
