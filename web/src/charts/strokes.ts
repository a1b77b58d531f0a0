import type { Day } from '#api';
import { tip, type Option, type Pen } from './pen';

/** One order: above 0 what was bought, below 0 what went back. */
export interface Stroke {
  day: Day;
  amount: number;
}

/**
 * Every order as a stroke of its height along the years; returns hang below the line. The line goes
 * on to the day up to which the data reach, so that a silence is seen.
 */
export function strokes(orders: readonly Stroke[], pen: Pen, until?: Day | null): Option {
  const { ink, format } = pen;
  return {
    grid: { left: 4, right: 4, top: 8, bottom: 4, outerBoundsMode: 'same' },
    xAxis: {
      type: 'time',
      max: until && until > (orders.at(-1)?.day ?? '') ? until : undefined,
      axisLine: { onZero: true, lineStyle: { color: ink.faint } },
      axisLabel: {
        hideOverlap: true,
        formatter: { year: '{yyyy}', month: '{yyyy}-{MM}', day: '{MM}-{dd}' },
      },
      splitNumber: pen.narrow ? 3 : 6,
    },
    yAxis: { type: 'value', show: false },
    tooltip: {
      trigger: 'item',
      formatter: (params: unknown) => {
        const order = orders[(params as { dataIndex: number }).dataIndex];
        if (!order) return '';
        const name = pen.say(order.amount < 0 ? 'wentBack' : 'spent');
        return tip(pen, format.day(order.day), [[name, format.moneyFull(Math.abs(order.amount))]]);
      },
    },
    series: [
      {
        type: 'bar',
        barWidth: pen.narrow ? 3 : 4,
        // A small order is still seen.
        barMinHeight: 2,
        data: orders.map(({ day, amount }, row) => ({
          value: [day, amount],
          row,
          column: 'amount',
          itemStyle: { color: amount < 0 ? ink.danger : ink.series[0], borderRadius: 1 },
        })),
      },
    ],
  };
}
