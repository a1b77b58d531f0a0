import type { Answer } from '#api';
import { numberAt, records, textAt, tip, type Marked, type Option, type Pen } from './pen';

/**
 * Steps as bars from zero, each before the pale length of the first step, so that what was lost is
 * seen as the empty rest. Beside each bar stand the customers, the share of the first step and the
 * share of the step before.
 *
 * Reads the columns step, label, customers, fromPrevious, fromFirst, open, medianHours.
 */
export function funnel(answer: Answer, pen: Pen): Option {
  const rows = records(answer);
  const { ink, format } = pen;
  const thick = pen.narrow ? '42%' : '52%';
  const first = numberAt(rows[0] ?? {}, 'customers') ?? 0;
  const marks: Marked[] = rows.map((row, i) => ({
    value: numberAt(row, 'customers'),
    row: i,
    column: 'customers',
  }));
  return {
    grid: { left: 4, right: pen.narrow ? 136 : 156, top: 4, bottom: 4, outerBoundsMode: 'same' },
    xAxis: { type: 'value', show: false, min: 0, max: Math.max(1, first) },
    yAxis: {
      type: 'category',
      inverse: true,
      data: rows.map((row) => textAt(row, 'label')),
      axisLine: { show: false },
      // On a phone the names stand above the bars, where a whole line is theirs.
      axisLabel: {
        show: !pen.narrow,
        color: ink.ink,
        fontSize: 14,
        width: 160,
        overflow: 'truncate',
      },
    },
    tooltip: {
      trigger: 'item',
      formatter: (params: unknown) => {
        const row = rows[(params as { dataIndex: number }).dataIndex] ?? {};
        const lines: [string, string][] = [
          [pen.say('customers'), format.full(numberAt(row, 'customers'))],
          [pen.say('fromPrevious'), format.percent(numberAt(row, 'fromPrevious'))],
          [pen.say('fromFirst'), format.percent(numberAt(row, 'fromFirst'))],
        ];
        const hours = numberAt(row, 'medianHours');
        if (hours !== null) lines.push([pen.say('median'), duration(pen, hours)]);
        const open = numberAt(row, 'open');
        if (open) lines.push([pen.say('stillOpen'), format.full(open)]);
        return tip(pen, textAt(row, 'label'), lines);
      },
    },
    series: [
      {
        type: 'bar',
        barWidth: thick,
        silent: true,
        itemStyle: { color: ink.rest },
        data: rows.map(() => first),
        label: {
          show: true,
          position: 'right',
          distance: 12,
          align: 'left',
          color: ink.ink,
          formatter: (params: { dataIndex: number }) => {
            const row = rows[params.dataIndex] ?? {};
            const head = `{n|${format.number(numberAt(row, 'customers'))}}  {p|${format.percent(numberAt(row, 'fromFirst'))}}`;
            const step = numberAt(row, 'fromPrevious');
            return params.dataIndex === 0 || step === null
              ? `{n|${format.number(numberAt(row, 'customers'))}}`
              : `${head}\n{s|${pen.say('ofPrevious', { share: format.percent(step) })}}`;
          },
          rich: {
            n: { fontSize: 16, fontWeight: 600, color: ink.ink, lineHeight: 20 },
            p: { fontSize: 12, color: ink.secondary },
            s: { fontSize: 12, color: ink.secondary, lineHeight: 18 },
          },
        },
      },
      {
        type: 'bar',
        barWidth: thick,
        barGap: '-100%',
        itemStyle: { color: ink.series[0] },
        label: {
          show: pen.narrow,
          position: [0, -20],
          color: ink.ink,
          fontSize: 14,
          formatter: ({ dataIndex }: { dataIndex: number }) =>
            textAt(rows[dataIndex] ?? {}, 'label'),
        },
        data: marks,
        z: 3,
      },
    ],
  };
}

/** 1.5 hours, 3 days: the unit a person would use. */
function duration(pen: Pen, hours: number): string {
  return hours < 48
    ? pen.say('hours', { n: pen.format.full(Math.round(hours * 10) / 10) })
    : pen.say('days', { n: pen.format.full(Math.round(hours / 2.4) / 10) });
}
