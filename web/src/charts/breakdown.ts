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
  /** What those without a value are called. */
  unknown?: string;
  /** In the order of the answer, for values that have one of their own; otherwise by size. */
  ordered?: boolean;
}

interface Bar extends Marked {
  name: string;
  itemStyle?: { color: string };
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
        ? (look.unknown ?? pen.say('unknown'))
        : (look.name?.(row.value) ?? textAt(row, 'value')),
    isUnknown: row.value === null || row.value === undefined,
    size: numberAt(row, look.measure) ?? 0,
    customers: numberAt(row, 'customers'),
    revenue: numberAt(row, 'revenue'),
  }));
  const total = all.reduce((sum, one) => sum + one.size, 0);
  const known = all.filter((one) => !one.isUnknown);
  const sorted = look.ordered ? known : known.toSorted((a, b) => b.size - a.size);
  // Whoever has no value stands last: a large grey bar at the top would be the first thing read.
  const unknown = all.filter((one) => one.isUnknown);
  const room = MOST - unknown.length;
  const shown = sorted.length > room ? sorted.slice(0, room - 1) : sorted;
  const rest = sorted.slice(shown.length);
  const restSize = rest.reduce((sum, one) => sum + one.size, 0);

  const bar = (one: (typeof all)[number]): Bar => ({
    name: one.name,
    value: one.size,
    row: one.row,
    column: look.measure,
    ...(one.isUnknown ? { itemStyle: { color: ink.others } } : {}),
  });
  const bars: Bar[] = shown.map(bar);
  if (rest.length > 0)
    // No single row stands behind "all others": it cannot be opened.
    bars.push({
      name: pen.say('others', { count: rest.length }),
      value: restSize,
      row: -1,
      column: look.measure,
      itemStyle: { color: ink.others },
    });
  bars.push(...unknown.map(bar));
  const share = (size: number) => (total > 0 ? size / total : null);

  return {
    grid: { left: 4, right: pen.narrow ? 96 : 120, top: 4, bottom: 4, outerBoundsMode: 'same' },
    xAxis: { type: 'value', show: false, min: 0 },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map((one) => one.name),
      axisLine: { show: false },
      // Cut short, three groups of RFM are all called "Big spenders…".
      axisLabel: {
        color: ink.ink,
        // As wide as asked for is kept free, so short names ask for no more than they need.
        width: Math.min(
          pen.narrow ? 88 : 140,
          Math.max(...bars.map((one) => breadth(one.name)), 12),
        ),
        lineHeight: 13,
        overflow: 'break',
      },
    },
    tooltip: {
      trigger: 'item',
      formatter: (params: unknown) => {
        const { dataIndex } = params as { dataIndex: number };
        const at = bars[dataIndex];
        const one = all.find((row) => row.row === at?.row);
        if (!one)
          return tip(pen, at?.name ?? '', [[pen.say(look.measure), full(pen, unit, restSize)]]);
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
        data: bars,
        label: {
          show: true,
          position: 'right',
          color: ink.ink,
          formatter: (params: { dataIndex: number }) => {
            const size = bars[params.dataIndex]?.value ?? 0;
            return `${short(pen, unit, size)}  {p|${pen.format.percent(share(size))}}`;
          },
          rich: { p: { color: ink.secondary, fontSize: 12 } },
        },
      },
    ],
  };
}

/** About how wide a name is in 12 px: Chinese fills a square. */
const breadth = (name: string): number =>
  Array.from(name).reduce((sum, letter) => sum + (letter > '\u2e7f' ? 12 : 7.5), 2);
