import type { MapSeriesOption } from 'echarts';
import type { Answer } from '#api';
import { numberAt, records, short, textAt, tip, type Marked, type Option, type Pen } from './pen';
import provinces from './provinces.json';

export interface ProvinceLook {
  measure: 'customers' | 'revenue';
}

/** 广东省 and 广西壮族自治区 are called 广东 and 广西 on the map. */
export function onMap(value: string): string | undefined {
  return provinces.find((name) => value.startsWith(name));
}

/**
 * The provinces of China, the deeper the azurite the more customers or revenue; a province of which
 * nobody is known stays paper. The scale is of square roots: 广东 would else leave all others pale.
 *
 * Reads the columns value, customers, revenue.
 */
export function province(answer: Answer, pen: Pen, look: ProvinceLook): Option {
  const { ink } = pen;
  const unit = look.measure === 'revenue' ? 'money' : 'count';
  const rows = records(answer).map((record, row) => ({ record, row }));
  const total = rows.reduce((sum, { record }) => sum + (numberAt(record, look.measure) ?? 0), 0);
  const areas = rows.flatMap(({ record, row }) => {
    const name = onMap(textAt(record, 'value'));
    const size = numberAt(record, look.measure) ?? 0;
    if (!name) return [];
    const mark: Marked<number> & { name: string; size: number } = {
      name,
      value: Math.sqrt(Math.max(0, size)),
      size,
      row,
      column: look.measure,
    };
    return [mark];
  });
  const most = Math.max(...areas.map((area) => area.size), 1);
  return {
    tooltip: {
      trigger: 'item',
      formatter: (params: unknown) => {
        const { name, data } = params as { name: string; data?: (typeof areas)[number] };
        const record = data && rows[data.row]?.record;
        if (!record) return tip(pen, name, [[pen.say(look.measure), '—']]);
        return tip(pen, name, [
          [pen.say('customers'), pen.format.full(numberAt(record, 'customers'))],
          [pen.say('revenue'), pen.format.moneyFull(numberAt(record, 'revenue'))],
          [pen.say('share'), pen.format.percent(total > 0 ? data.size / total : null)],
        ]);
      },
    },
    visualMap: {
      type: 'continuous',
      min: 0,
      max: Math.sqrt(most),
      calculable: false,
      // Lies below the west, where the map leaves room at any size.
      orient: 'horizontal',
      left: 4,
      bottom: 4,
      itemHeight: 96,
      itemWidth: 10,
      text: [short(pen, unit, most), short(pen, unit, 0)],
      textStyle: { color: ink.secondary },
      inRange: { color: [...ink.sequential] },
    },
    series: [areasOf(areas, pen)],
  };
}

function areasOf(data: MapSeriesOption['data'], { ink, narrow }: Pen): MapSeriesOption {
  return {
    type: 'map',
    map: 'china',
    roam: false,
    selectedMode: false,
    layoutCenter: ['50%', '52%'],
    // Of the shorter side: on a phone that is the width, of which all is needed.
    layoutSize: narrow ? '100%' : '112%',
    data,
    label: { show: false },
    itemStyle: { areaColor: ink.rest, borderColor: ink.faint, borderWidth: 0.6 },
    emphasis: {
      label: { show: true, color: ink.ink },
      itemStyle: { areaColor: ink.series[5], borderColor: ink.ink },
    },
  };
}

/** What the map cannot show: 1,200 of nobody known where, 12 of abroad. */
export function offMap(answer: Answer, measure: 'customers' | 'revenue') {
  let unknown = 0;
  let elsewhere = 0;
  for (const record of records(answer)) {
    const value = textAt(record, 'value');
    if (value === '') unknown += numberAt(record, measure) ?? 0;
    else if (!onMap(value)) elsewhere += numberAt(record, measure) ?? 0;
  }
  return { unknown, elsewhere };
}
