import type { Day } from '#api';
import { tip, type Option, type Pen } from './pen';

export interface HistoryDay {
  day: Day;
  size: number;
  entered?: number;
  left?: number;
}

/** How many a tag or a segment held day by day. A step, because between two runs nothing is known. */
export function history(days: readonly HistoryDay[], pen: Pen, name: string): Option {
  const { ink, format } = pen;
  return {
    grid: { left: 4, right: 16, top: 16, bottom: 4, outerBoundsMode: 'same' },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: days.map(({ day }) => format.dayShort(day)),
      axisLabel: { hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: 0,
      minInterval: 1,
      splitNumber: pen.narrow ? 3 : 4,
      axisLabel: { formatter: (value: number) => format.number(value) },
    },
    tooltip: {
      trigger: 'axis',
      formatter: (params: unknown) => {
        const first = (Array.isArray(params) ? params[0] : params) as { dataIndex: number };
        const at = days[first.dataIndex];
        if (!at) return '';
        const lines: [string, string][] = [[name, format.full(at.size)]];
        if (at.entered !== undefined) lines.push([pen.say('entered'), format.full(at.entered)]);
        if (at.left !== undefined) lines.push([pen.say('left'), format.full(at.left)]);
        return tip(pen, format.day(at.day), lines);
      },
    },
    series: [
      {
        name,
        type: 'line',
        step: 'end',
        showSymbol: days.length === 1,
        itemStyle: { color: ink.series[0] },
        lineStyle: { color: ink.series[0], width: 2 },
        areaStyle: { color: ink.series[0], opacity: 0.06 },
        data: days.map(({ size }, row) => ({ value: size, row, column: 'size' })),
      },
    ],
  };
}
