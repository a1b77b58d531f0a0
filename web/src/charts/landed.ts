import type { SourceBatch } from '#api';
import { escape, tip, type Option, type Pen } from './pen';

export interface LandedNames {
  clean: string;
  /** Merged into another row or replaced by a newer one. */
  other: string;
  quarantined: string;
}

/** How many rows came with each file of a source, one bar a file, and what became of them. */
export function landed(files: readonly SourceBatch[], pen: Pen, names: LandedNames): Option {
  const { ink, format } = pen;
  const parts = [
    { name: names.clean, color: ink.series[0], of: (one: SourceBatch) => one.counts?.clean ?? 0 },
    {
      name: names.other,
      color: ink.others,
      of: (one: SourceBatch) => (one.counts ? one.counts.merged + one.counts.superseded : 0),
    },
    {
      name: names.quarantined,
      color: ink.series[1],
      of: (one: SourceBatch) => one.counts?.quarantined ?? 0,
    },
  ];
  return {
    legend: { top: 0, right: 0, itemWidth: 10, itemHeight: 10 },
    grid: { left: 4, right: 16, top: 32, bottom: 4, outerBoundsMode: 'same' },
    xAxis: {
      type: 'category',
      data: files.map((one) => String(one.batch)),
      axisLabel: {
        hideOverlap: true,
        formatter: (_: string, i: number) => {
          const at = files[i];
          return at ? format.dayShort(at.landedAt.slice(0, 10)) : '';
        },
      },
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
        const at = files[first.dataIndex];
        if (!at) return '';
        return tip(
          pen,
          `${escape(at.name)} · ${format.moment(at.landedAt)}`,
          parts.map((part) => [part.name, format.full(part.of(at))]),
        );
      },
    },
    series: parts.map((part) => ({
      name: part.name,
      type: 'bar',
      stack: 'rows',
      barMaxWidth: 36,
      itemStyle: { color: part.color },
      data: files.map((one, row) => ({ value: part.of(one), row, column: part.name })),
    })),
  };
}
