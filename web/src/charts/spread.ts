import type { Answer } from '#api';
import { numberAt, records, tip, type Marked, type Option, type Pen } from './pen';

export interface SpreadLook {
  /** How the bounds of a bin are written: ¥100, 3. */
  bound: (value: number) => string;
  /** A bin that holds one whole number is called by it. */
  whole: boolean;
  /** What is counted: customers, orders, intervals. */
  counted: string;
}

/** ¥100 – ¥200, 3, from ¥1,200. */
export function binName(
  since: number,
  until: number | null,
  look: Pick<SpreadLook, 'bound' | 'whole'>,
  pen: Pick<Pen, 'say'>,
): string {
  if (until === null) return pen.say('andMore', { from: look.bound(since) });
  if (!look.whole) return `${look.bound(since)} – ${look.bound(until)}`;
  return until - since === 1
    ? look.bound(since)
    : `${look.bound(since)} – ${look.bound(until - 1)}`;
}

/**
 * How a number spreads: bins side by side, as high as many are in them.
 *
 * Reads the columns since, until, count, customers, share.
 */
export function spread(answer: Answer, pen: Pen, look: SpreadLook): Option {
  const { ink } = pen;
  const rows = records(answer);
  const names = rows.map((row) =>
    binName(numberAt(row, 'since') ?? 0, numberAt(row, 'until'), look, pen),
  );
  return {
    grid: { left: 4, right: 8, top: 24, bottom: 4, outerBoundsMode: 'same' },
    xAxis: {
      type: 'category',
      data: names,
      // The last bin holds all that is more: unnamed, its high bar looks like a mistake.
      axisLabel: {
        hideOverlap: true,
        showMaxLabel: true,
        rotate: pen.narrow && !look.whole ? 40 : 0,
      },
    },
    yAxis: {
      type: 'value',
      min: 0,
      splitNumber: pen.narrow ? 3 : 4,
      axisLabel: { formatter: (value: number) => pen.format.number(value) },
    },
    tooltip: {
      trigger: 'item',
      formatter: (params: unknown) => {
        const { dataIndex } = params as { dataIndex: number };
        const row = rows[dataIndex] ?? {};
        return tip(pen, names[dataIndex] ?? '', [
          [look.counted, pen.format.full(numberAt(row, 'count'))],
          [pen.say('customers'), pen.format.full(numberAt(row, 'customers'))],
          [pen.say('share'), pen.format.percent(numberAt(row, 'share'))],
        ]);
      },
    },
    series: [
      {
        type: 'bar',
        barCategoryGap: '8%',
        itemStyle: { color: ink.series[0] },
        label: {
          show: !pen.narrow,
          position: 'top',
          color: ink.secondary,
          fontSize: 12,
          formatter: ({ dataIndex }: { dataIndex: number }) =>
            pen.format.percent(numberAt(rows[dataIndex] ?? {}, 'share')),
        },
        data: rows.map((row, i): Marked => ({
          value: numberAt(row, 'count'),
          row: i,
          column: 'customers',
        })),
      },
    ],
  };
}
