import type { Answer, Cell } from '#api';
import { numberAt, records, textAt, tip, type Marked, type Option, type Pen } from './pen';

export interface LikenessLook {
  /** What a value of the n-th field is called: 城市 · 上海. */
  name: (field: number, value: Cell) => string;
  /** By TGI times size, or by TGI alone. */
  sort: 'weight' | 'tgi';
}

/** More bars than these nobody reads. */
const MOST = 24;

/**
 * What a group is more, or less, than all customers: from the line at 100, where it is as all are,
 * bars to the right for what is frequent in it and to the left for what is rare. A difference that
 * may be chance is pale.
 *
 * Reads the columns field, value, customers, population, share, populationShare, tgi, significance,
 * weight.
 */
export function likeness(answer: Answer, pen: Pen, look: LikenessLook): Option {
  const { ink } = pen;
  const bars = records(answer)
    .map((record, row) => ({
      row,
      record,
      tgi: numberAt(record, 'tgi'),
      name: look.name(numberAt(record, 'field') ?? 0, record.value ?? null),
      sort: numberAt(record, look.sort) ?? 0,
    }))
    .filter((bar) => bar.tgi !== null && bar.record.value !== null)
    // What is rare tells as much as what is frequent: by TGI the most unlike stay, at both ends.
    .toSorted((a, b) => (look.sort === 'tgi' ? unlike(b) - unlike(a) : b.sort - a.sort))
    .slice(0, MOST)
    .toSorted((a, b) => b.sort - a.sort);
  // A round number, so that the axis ends with a line of its own.
  const farthest = Math.max(50, ...bars.map((bar) => Math.abs((bar.tgi ?? 100) - 100)));
  const step = farthest > 100 ? 100 : 50;
  const far = Math.ceil(farthest / step) * step;
  return {
    grid: { left: 4, right: 56, top: 4, bottom: 20, outerBoundsMode: 'same' },
    xAxis: {
      type: 'value',
      min: -Math.min(100, far),
      max: far,
      interval:
        step * Math.max(1, Math.round((far + Math.min(100, far)) / step / (pen.narrow ? 2 : 4))),
      axisLabel: { formatter: (value: number) => pen.format.full(Math.round(value + 100)) },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: bars.map((bar) => bar.name),
      axisLine: { show: false },
      axisLabel: {
        color: ink.ink,
        // Room for the figures of short bars, which stand left of them.
        margin: 26,
        width: pen.narrow ? 112 : 260,
        lineHeight: 13,
        overflow: 'break',
      },
    },
    tooltip: {
      trigger: 'item',
      formatter: (params: unknown) => {
        const bar = bars[(params as { dataIndex: number }).dataIndex];
        if (!bar) return '';
        const { record } = bar;
        return tip(pen, bar.name, [
          [pen.say('tgi'), pen.format.full(Math.round(bar.tgi ?? 0))],
          [pen.say('inGroup'), part(pen, record, 'share', 'customers')],
          [pen.say('ofAll'), part(pen, record, 'populationShare', 'population')],
          [
            pen.say('significance'),
            pen.say(`significant.${textAt(record, 'significance') || 'none'}`),
          ],
        ]);
      },
    },
    series: [
      {
        type: 'bar',
        barMaxWidth: 18,
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: ink.faint, type: 'solid' },
          data: [{ xAxis: 0 }],
        },
        label: {
          show: true,
          position: 'right',
          color: ink.ink,
          fontSize: 12,
          formatter: ({ dataIndex }: { dataIndex: number }) =>
            pen.format.full(Math.round(bars[dataIndex]?.tgi ?? 0)),
        },
        data: bars.map((bar): Marked & { itemStyle: object; label: object } => {
          const above = (bar.tgi ?? 100) >= 100;
          const sure = ['strong', 'weak'].includes(textAt(bar.record, 'significance'));
          return {
            value: (bar.tgi ?? 100) - 100,
            row: bar.row,
            column: 'customers',
            itemStyle: { color: above ? ink.series[0] : ink.danger, opacity: sure ? 1 : 0.35 },
            label: { position: above ? 'right' : 'left' },
          };
        }),
      },
    ],
  };
}

/** How far from all customers, and what may be chance behind all that is not. */
const unlike = ({ tgi, record }: { tgi: number | null; record: Record<string, Cell> }): number =>
  Math.abs((tgi ?? 100) - 100) +
  (['strong', 'weak'].includes(textAt(record, 'significance')) ? 10_000 : 0);

const part = (pen: Pen, record: Record<string, Cell>, share: string, count: string): string =>
  `${pen.format.percent(numberAt(record, share))} (${pen.format.full(numberAt(record, count))})`;
