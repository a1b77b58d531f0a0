import type { Interval } from '#api';
import { tip, type Option, type Pen, type Unit } from './pen';

export interface IntervalRow {
  name: string;
  interval: Interval;
}

/**
 * What an action changed, as far as it can be known: a dot for the estimate, a line for the
 * interval, and the line of "no effect". Green when the whole interval is above it, rouge when
 * below, grey when it crosses.
 */
export function interval(rows: readonly IntervalRow[], pen: Pen, unit: Unit): Option {
  const { ink, format } = pen;
  const write = (span: Interval) =>
    unit === 'money'
      ? format.moneySpan(span)
      : unit === 'points'
        ? format.pointsSpan(span)
        : format.percentSpan(span);
  // At zero stands what zero means.
  const axis = (value: number) =>
    value === 0
      ? ''
      : unit === 'money'
        ? format.money(value)
        : unit === 'points'
          ? format.points(value)
          : format.percent(value);
  const room = 24 + Math.max(0, ...rows.map((row) => breadth(write(row.interval))));
  return {
    grid: { left: 4, right: pen.narrow ? 24 : room, top: 26, bottom: 4, outerBoundsMode: 'same' },
    xAxis: {
      type: 'value',
      min: (extent: { min: number; max: number }) => Math.min(0, padded(extent, -1)),
      max: (extent: { min: number; max: number }) => Math.max(0, padded(extent, 1)),
      splitNumber: pen.narrow ? 2 : 4,
      axisLabel: { formatter: axis, hideOverlap: true, showMinLabel: false, showMaxLabel: false },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row) => row.name),
      axisLine: { show: false },
      axisLabel: { color: ink.ink, fontSize: 14 },
    },
    tooltip: {
      trigger: 'item',
      formatter: (params: unknown) => {
        const row = rows[(params as { dataIndex: number }).dataIndex];
        return row
          ? tip(pen, row.name, [
              [pen.say('estimate'), write(row.interval)],
              [pen.say('level'), format.percent(row.interval.level)],
            ])
          : '';
      },
    },
    series: [
      {
        type: 'custom',
        encode: { x: [1, 2, 3], y: 0 },
        data: rows.map(({ interval: span }, i) => [i, span.low, span.estimate, span.high]),
        markLine: {
          silent: true,
          animation: false,
          symbol: 'none',
          // The one line that the reading hangs on.
          label: {
            formatter: pen.say('noDifference'),
            position: 'start',
            color: ink.secondary,
            fontSize: 12,
          },
          lineStyle: { color: ink.faint, type: 'dashed' },
          data: [{ xAxis: 0 }],
        },
        renderItem: (_params, api) => {
          const [low = 0, middle = 0, high = 0] = [1, 2, 3].map(
            (column) => api.coord([api.value(column), api.value(0)])[0] ?? 0,
          );
          const y = api.coord([0, api.value(0)])[1] ?? 0;
          const row = rows[Number(api.value(0))];
          const colour = row ? verdict(row.interval, pen) : ink.secondary;
          return {
            type: 'group',
            children: [
              {
                type: 'line',
                shape: { x1: low, y1: y, x2: high, y2: y },
                style: { stroke: colour, lineWidth: 2 },
              },
              ...[low, high].map((x) => ({
                type: 'line' as const,
                shape: { x1: x, y1: y - 6, x2: x, y2: y + 6 },
                style: { stroke: colour, lineWidth: 2 },
              })),
              { type: 'circle', shape: { cx: middle, cy: y, r: 5 }, style: { fill: colour } },
              ...(pen.narrow || !row
                ? []
                : [
                    {
                      type: 'text' as const,
                      style: {
                        text: write(row.interval),
                        x: Math.max(low, high) + 14,
                        y,
                        fill: ink.ink,
                        align: 'left' as const,
                        verticalAlign: 'middle' as const,
                        fontSize: 14,
                      },
                    },
                  ]),
            ],
          };
        },
      },
    ],
  };
}

/** About how wide a text is at 14 px; Chinese takes a whole square. */
const breadth = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum + (letter > '\u2e80' ? 14 : 8.2), 0);

export function verdict(span: Interval, pen: Pen): string {
  if (span.low > 0) return pen.ink.good;
  if (span.high < 0) return pen.ink.danger;
  return pen.ink.secondary;
}

/** A little air at both ends. */
const padded = ({ min, max }: { min: number; max: number }, side: 1 | -1): number => {
  const air = (max - min || Math.abs(max) || 1) * 0.08;
  return side > 0 ? max + air : min - air;
};
