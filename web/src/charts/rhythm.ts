import type { RhythmCell } from '#api';
import { tip, type Option, type Pen } from './pen';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;
const HOURS = Array.from({ length: 24 }, (_, hour) => hour);

/**
 * When a customer buys: hour by weekday, Monday above, deeper where there were more orders, or more
 * of whatever else was counted into the cells.
 */
export function rhythm(
  cells: readonly Pick<RhythmCell, 'weekday' | 'hour' | 'orders'>[],
  pen: Pen,
  counted: 'orders' | 'deeds' = 'orders',
): Option {
  const { ink } = pen;
  const orders = new Map(cells.map((cell) => [`${cell.weekday}-${cell.hour}`, cell.orders]));
  const most = Math.max(...cells.map((cell) => cell.orders), 1);
  const weekday = (day: number) => pen.say(`weekday.${day}`);
  return {
    grid: { left: 4, right: 4, top: 4, bottom: 4, outerBoundsMode: 'same' },
    xAxis: {
      type: 'category',
      data: HOURS.map(String),
      axisLine: { show: false },
      axisLabel: {
        interval: (_i: number, hour: string) => Number(hour) % (pen.narrow ? 6 : 3) === 0,
      },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: WEEKDAYS.map(weekday),
      axisLine: { show: false },
    },
    tooltip: {
      trigger: 'item',
      formatter: (params: unknown) => {
        const [hour = 0, day = 0, count = 0] = (params as { value: number[] }).value;
        return tip(
          pen,
          `${weekday(day + 1)} ${pen.say('hourSpan', { from: hour, until: hour + 1 })}`,
          [[pen.say(counted), pen.format.full(count)]],
        );
      },
    },
    visualMap: {
      show: false,
      type: 'continuous',
      dimension: 2,
      min: 0,
      max: most,
      inRange: { color: [ink.rest, ...ink.sequential.slice(1)] },
    },
    series: [
      {
        type: 'heatmap',
        data: WEEKDAYS.flatMap((day) =>
          HOURS.map((hour) => {
            const count = orders.get(`${day}-${hour}`) ?? 0;
            return {
              value: [hour, day - 1, count],
              itemStyle: {
                borderColor: ink.surface,
                borderWidth: 2,
                borderRadius: 3,
              },
            };
          }),
        ),
      },
    ],
  };
}
