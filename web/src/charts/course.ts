import type { EffectDay } from '#api';
import { tip, type Option, type Pen } from './pen';

export interface CourseLook {
  /** Orders of each day per thousand people, or the share who have ordered since they entered. */
  as: 'daily' | 'sum';
  treated: string;
  control: string;
  /** What stands at the line between before and after. */
  sent: string;
  /** 第 3 天, 前 2 天: a day in words. */
  day: (nth: number) => string;
}

/**
 * How both groups went on day by day. Before the message they should go side by side; what parts
 * them afterwards is what the message did. Day 0 is the first 24 hours after each one's entry.
 */
export function course(days: readonly EffectDay[], pen: Pen, look: CourseLook): Option {
  const { ink, format } = pen;
  const daily = look.as === 'daily';
  const shown = daily ? days : days.filter(({ nth }) => nth >= 0);
  const write = (value: number) =>
    daily ? format.full(Math.round(value * 100) / 100) : format.percent(value);
  const valueOf = (day: EffectDay, arm: 'treated' | 'control'): number | null => {
    const pace = day[arm];
    if (!pace) return null;
    return daily ? pace.ordersPerThousand : pace.converted;
  };
  const withControl = shown.some((day) => day.control !== undefined);
  const line = (arm: 'treated' | 'control', name: string, colour: string, dashed: boolean) => ({
    name,
    type: 'line' as const,
    showSymbol: shown.length < 4,
    itemStyle: { color: colour },
    lineStyle: { color: colour, width: 2, type: dashed ? ('dashed' as const) : ('solid' as const) },
    endLabel: { show: !pen.narrow, formatter: name, color: ink.secondary, fontSize: 12 },
    data: shown.map((day) => valueOf(day, arm)),
    ...(arm === 'treated' && daily
      ? {
          markLine: {
            silent: true,
            animation: false,
            symbol: 'none',
            lineStyle: { color: ink.faint, type: 'solid' as const },
            label: { formatter: look.sent, color: ink.secondary, fontSize: 12 },
            data: [{ xAxis: shown.findIndex(({ nth }) => nth === 0) }],
          },
        }
      : {}),
  });
  return {
    grid: {
      left: 4,
      right: pen.narrow ? 16 : 64,
      top: pen.narrow ? 40 : 28,
      bottom: 4,
      outerBoundsMode: 'same',
    },
    legend: { show: pen.narrow, top: 0, left: 0 },
    xAxis: {
      type: 'category',
      boundaryGap: false,
      data: shown.map(({ nth }) => String(nth < 0 ? nth : nth + 1).replace('-', '\u2212')),
      axisLabel: { hideOverlap: true },
    },
    yAxis: {
      type: 'value',
      min: 0,
      splitNumber: pen.narrow ? 3 : 4,
      axisLabel: { formatter: write },
    },
    tooltip: {
      trigger: 'axis',
      formatter: (params: unknown) => {
        const first = (Array.isArray(params) ? params[0] : params) as { dataIndex: number };
        const day = shown[first.dataIndex];
        if (!day) return '';
        const lines = (['treated', 'control'] as const).flatMap((arm): [string, string][] => {
          const value = valueOf(day, arm);
          return value === null ? [] : [[look[arm], write(value)]];
        });
        return tip(pen, look.day(day.nth), lines);
      },
    },
    series: [
      line('treated', look.treated, ink.series[0] ?? ink.ink, false),
      ...(withControl ? [line('control', look.control, ink.others, true)] : []),
    ],
  };
}
