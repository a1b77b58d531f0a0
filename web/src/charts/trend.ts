import type { Answer, TimeGrain } from '#api';
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

export interface TrendLook {
  as: 'line' | 'bar';
  unit: Unit;
  grain: TimeGrain;
  /** What is measured, for the tooltip: 销售额. */
  name: string;
  /** What it is compared with, and what the difference is called: 去年同期, 同比. */
  beside?: {
    previous: string;
    change: string;
    /** The bar before is the bar beside: no line needs to be drawn, the change stands on the bar. */
    isNeighbour: boolean;
  };
}

/**
 * A measure over time, with the earlier period dashed in grey behind it, or with the change since
 * the bar before written on each bar. A bucket that is still running is drawn hollow, or its line
 * dashed, because its value will still grow.
 *
 * Reads the columns bucket, value, previous?, change?, open?, anonymous?.
 */
export function trend(answer: Answer, pen: Pen, look: TrendLook): Option {
  const rows = records(answer);
  const { ink } = pen;
  const colour = ink.series[0];
  const hasPrevious = rows.some((row) => numberAt(row, 'previous') !== null);
  const hasLine = hasPrevious && !look.beside?.isNeighbour;
  const hasChanges =
    hasPrevious && !hasLine && look.as === 'bar' && roomFor(rows.length, pen.width);
  const previousName = look.beside?.previous ?? pen.say('previous');
  const isOpen = (i: number) => rows[i]?.open === true;
  const mark = (i: number): Marked => ({
    value: numberAt(rows[i] ?? {}, 'value'),
    row: i,
    column: 'value',
  });
  const at = rows.map((_, i) => mark(i));
  // The dashed stretch begins at the last closed bucket, so that the line does not break.
  const running = at.map((point, i) =>
    isOpen(i) || isOpen(i + 1) ? point : { ...point, value: null },
  );
  const main: Option['series'] =
    look.as === 'bar'
      ? [
          {
            name: look.name,
            type: 'bar',
            barMaxWidth: 28,
            itemStyle: { color: colour },
            label: {
              show: hasChanges,
              position: 'top',
              distance: 4,
              fontSize: 12,
              formatter: ({ dataIndex }: { dataIndex: number }) =>
                changeLabel(pen, look.unit, numberAt(rows[dataIndex] ?? {}, 'change')),
              rich: {
                up: { color: pen.rise },
                down: { color: pen.fall },
                none: { color: ink.secondary },
              },
            },
            data: at.map((point, i) =>
              isOpen(i)
                ? {
                    ...point,
                    itemStyle: {
                      color: ink.actionWash,
                      borderColor: colour,
                      borderType: 'dashed' as const,
                    },
                  }
                : point,
            ),
          },
        ]
      : [
          {
            name: look.name,
            type: 'line',
            showSymbol: rows.length <= 1,
            itemStyle: { color: colour },
            lineStyle: { color: colour, width: 2 },
            areaStyle: { color: colour, opacity: 0.06 },
            data: at.map((point, i) => (isOpen(i) ? { ...point, value: null } : point)),
            endLabel: { show: false },
            z: 3,
          },
          {
            name: pen.say('running'),
            type: 'line',
            showSymbol: true,
            symbol: 'emptyCircle',
            itemStyle: { color: colour },
            lineStyle: { color: colour, width: 2, type: 'dashed' },
            data: running.map((point, i) => (isOpen(i) ? point : { ...point, symbolSize: 0 })),
            z: 3,
          },
        ];

  return {
    grid: {
      left: 4,
      right: hasLine ? 64 : 16,
      top: hasChanges ? 24 : 16,
      bottom: 4,
      outerBoundsMode: 'same',
    },
    xAxis: {
      type: 'category',
      boundaryGap: look.as === 'bar',
      data: rows.map((row) => bucketName(pen, look.grain, textAt(row, 'bucket'))),
      axisLabel: { hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: rows.some((row) => (numberAt(row, 'value') ?? 0) < 0) ? undefined : 0,
      splitNumber: pen.narrow ? 3 : 4,
      axisLabel: { formatter: (value: number) => short(pen, look.unit, value) },
    },
    tooltip: {
      trigger: 'axis',
      formatter: (params: unknown) => {
        const first = (Array.isArray(params) ? params[0] : params) as { dataIndex: number };
        const row = rows[first.dataIndex] ?? {};
        const lines: [string, string][] = [
          [look.name, full(pen, look.unit, numberAt(row, 'value'))],
        ];
        if (hasPrevious) {
          lines.push([previousName, full(pen, look.unit, numberAt(row, 'previous'))]);
          lines.push([
            look.beside?.change ?? pen.say('change'),
            arrowed(pen, look.unit, numberAt(row, 'change')),
          ]);
        }
        const anonymous = numberAt(row, 'anonymous');
        if (anonymous !== null && anonymous !== 0)
          lines.push([pen.say('anonymous'), full(pen, look.unit, anonymous)]);
        if (row.open === true) lines.push([pen.say('running'), pen.say('runningNote')]);
        return tip(pen, bucketTitle(pen, look.grain, textAt(row, 'bucket')), lines);
      },
    },
    series: [
      ...(main as object[]),
      ...(hasLine
        ? [
            {
              name: previousName,
              type: 'line',
              showSymbol: false,
              silent: true,
              itemStyle: { color: ink.others },
              lineStyle: { color: ink.others, width: 1.5, type: 'dashed' },
              endLabel: {
                show: true,
                formatter: previousName,
                color: ink.secondary,
                fontSize: 12,
              },
              data: rows.map((row) => numberAt(row, 'previous')),
              z: 2,
            },
          ]
        : []),
    ] as Option['series'],
  };
}

/** A change takes 56 pixels, beside the axis with its figures; too many bars go without. */
const roomFor = (bars: number, width: number): boolean => width === 0 || width - 80 >= bars * 56;

/** ↑ +8.2%, ↓ −21.1%, and "—" where the base is nothing. */
function arrowed(pen: Pen, unit: Unit, change: number | null): string {
  const text = unit === 'share' ? pen.format.points(change) : pen.format.change(change);
  // What rounds to nothing has no direction.
  return change === null || !/[1-9]/.test(text) ? text : `${change > 0 ? '↑' : '↓'} ${text}`;
}

function changeLabel(pen: Pen, unit: Unit, change: number | null): string {
  const colour = change === null || change === 0 ? 'none' : change > 0 ? 'up' : 'down';
  return `{${colour}|${arrowed(pen, unit, change).replace(' ', '')}}`;
}

function bucketName(pen: Pen, grain: TimeGrain, day: string): string {
  return grain === 'month' ? pen.format.month(day) : pen.format.dayShort(day);
}

function bucketTitle(pen: Pen, grain: TimeGrain, day: string): string {
  if (grain === 'month') return pen.format.month(day);
  return grain === 'week' ? pen.say('weekOf', { day: pen.format.day(day) }) : pen.format.day(day);
}
