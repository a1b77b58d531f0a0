import { shade, tip, type Option, type Pen } from './pen';

/**
 * How much of the revenue the best buyers bring: the curve of the best 5 %, 10 % … of them. Were all
 * alike, it would be the dashed line; the further above, the more hangs on few.
 *
 * Worked example, points 0.30 and 0.45 first: the best twentieth brings 30 %, the best tenth 45 %.
 */
export function concentration(points: readonly number[], pen: Pen): Option {
  const { ink, format } = pen;
  const steps = points.length;
  const curve = [[0, 0], ...points.map((share, i) => [(i + 1) / steps, share])];
  const axis = {
    type: 'value' as const,
    min: 0,
    max: 1,
    interval: 0.2,
    axisLabel: { formatter: (value: number) => `${Math.round(value * 100)}%` },
  };
  return {
    grid: { left: 4, right: 20, top: 12, bottom: 24, outerBoundsMode: 'same' },
    xAxis: {
      ...axis,
      name: pen.say('bestBuyers'),
      nameLocation: 'middle',
      nameGap: 28,
      splitLine: { show: false },
    },
    yAxis: axis,
    tooltip: {
      trigger: 'axis',
      formatter: (params: unknown) => {
        const point = (params as { seriesIndex: number; value: number[] }[]).find(
          (one) => one.seriesIndex === 0,
        );
        const [best = 0, share = 0] = point?.value ?? [];
        return tip(pen, pen.say('bestOf', { share: format.percent(best) }), [
          [pen.say('shareOfRevenue'), format.percent(share)],
        ]);
      },
    },
    series: [
      {
        type: 'line',
        data: curve,
        showSymbol: false,
        lineStyle: { color: ink.series[0], width: 2 },
        areaStyle: { color: shade(ink.sequential, 0.15), opacity: 0.5 },
        markPoint: {
          symbol: 'circle',
          symbolSize: 8,
          silent: true,
          itemStyle: { color: ink.series[0] },
          label: {
            position: 'bottom',
            distance: 8,
            color: ink.ink,
            formatter: pen.say('bestBring', {
              share: '20%',
              money: format.percent(points[Math.round(steps / 5) - 1] ?? null),
            }),
          },
          data: [{ name: '20%', coord: [0.2, points[Math.round(steps / 5) - 1] ?? 0] }],
        },
      },
      {
        type: 'line',
        data: [
          [0, 0],
          [1, 1],
        ],
        showSymbol: false,
        silent: true,
        lineStyle: { color: ink.others, type: 'dashed', width: 1 },
      },
    ],
  };
}
