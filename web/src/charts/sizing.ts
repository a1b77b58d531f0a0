import type { ControlShare } from '#api';
import { tip, type Option, type Pen } from './pen';

export interface SizingLook {
  unit: 'points' | 'money';
  /** The share that is held back now, in thousandths. */
  chosen: number;
  /** The lift that somebody wants to see. */
  worth: number;
  /** What the curve says, and what the line across it. */
  name: string;
  wanted: string;
  held: string;
}

/** What is far beyond what anybody wants to see would press the rest of the curve flat. */
const HIGHEST = 5;

/**
 * What each size of the control group could see: a curve that falls steeply at first and is flat
 * towards half, the lift that is wanted as a dashed line, and the chosen size as a dot. Where the
 * curve lies below the line, the size suffices.
 */
export function sizing(shares: readonly ControlShare[], pen: Pen, look: SizingLook): Option {
  const { ink, format } = pen;
  const write = (value: number) =>
    look.unit === 'money' ? format.moneyFull(value) : format.points(value).replace('+', '');
  const short = (value: number) =>
    look.unit === 'money' ? format.money(value) : format.percent(value).replace('%', '');
  const seen = shares.filter((one) => one.detectable !== undefined);
  const best = Math.min(...seen.map((one) => one.detectable ?? Infinity));
  const top = Math.max(look.worth * 1.5, best * HIGHEST);
  const point = seen.find((one) => one.controlPerMille === look.chosen);
  const colour = point?.enough ? ink.good : ink.warn;
  // Beside the dashed line, not on it.
  const beside: 'top' | 'bottom' = (point?.detectable ?? 0) < look.worth ? 'bottom' : 'top';
  return {
    grid: { left: 4, right: pen.narrow ? 76 : 92, top: 28, bottom: 4, outerBoundsMode: 'same' },
    xAxis: {
      type: 'value',
      min: 0,
      max: 50,
      interval: 10,
      axisLabel: { formatter: (value: number) => `${value}%` },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      max: top,
      splitNumber: pen.narrow ? 2 : 4,
      axisLabel: { formatter: short, showMaxLabel: false },
    },
    tooltip: {
      trigger: 'axis',
      formatter: (params: unknown) => {
        const first = (Array.isArray(params) ? params[0] : params) as { dataIndex: number };
        const one = seen[first.dataIndex];
        return one?.detectable === undefined
          ? ''
          : tip(pen, `${one.controlPerMille / 10}%`, [
              [look.held, format.full(one.control)],
              [look.name, write(one.detectable)],
            ]);
      },
    },
    series: [
      {
        name: look.name,
        type: 'line',
        showSymbol: false,
        clip: true,
        itemStyle: { color: ink.series[0] },
        lineStyle: { color: ink.series[0], width: 2 },
        data: seen.map((one) => [one.controlPerMille / 10, one.detectable ?? 0]),
        markLine: {
          silent: true,
          animation: false,
          symbol: 'none',
          // Two places, which ECharts rounds to unless told, draw 1.6 points at 2.
          precision: 6,
          lineStyle: { color: ink.secondary, type: 'dashed' },
          label: {
            formatter: `${look.wanted}\n${write(look.worth)}`,
            position: 'end',
            color: ink.secondary,
            fontSize: 12,
          },
          data: [{ yAxis: look.worth }],
        },
      },
      ...(point?.detectable !== undefined && point.detectable <= top
        ? [
            {
              type: 'line' as const,
              silent: true,
              symbol: 'circle',
              symbolSize: 12,
              itemStyle: { color: colour, borderColor: ink.surface, borderWidth: 2 },
              label: {
                show: true,
                position: beside,
                formatter: write(point.detectable),
                color: ink.ink,
                fontSize: 12,
              },
              data: [[point.controlPerMille / 10, point.detectable]],
              tooltip: { show: false },
            },
          ]
        : []),
    ],
  };
}
