import type { RfmClass } from '#api';
import { toNumber } from '#style';
import { shade, tip, wordsOn, type Marked, type Option, type Pen } from './pen';

/** Columns from the best to the lost: recent and often, recent, often, neither. */
const COLUMNS = ['11', '10', '01', '00'] as const;
const ROWS = ['1', '0'] as const;

/**
 * The eight groups of RFM as a painting of two rows and four columns: above the big spenders, at
 * the left those who came lately and often. The deeper the azurite, the more customers, or the more
 * of the money `by` revenue.
 */
export function matrix(
  classes: readonly RfmClass[],
  pen: Pen,
  label: (group: RfmClass) => string,
  by: 'customers' | 'revenue' = 'customers',
): Option {
  const { ink, format } = pen;
  // Who sent back more than they kept in the window left less than nothing.
  const amount = (group: RfmClass) =>
    by === 'customers' ? group.customers : Math.max(0, toNumber(group.revenue) ?? 0);
  const most = Math.max(...classes.map(amount), 1);
  const cells = classes.flatMap((group, row) => {
    const x = COLUMNS.indexOf(group.code.slice(0, 2) as (typeof COLUMNS)[number]);
    const y = ROWS.indexOf(group.code.slice(2) as (typeof ROWS)[number]);
    if (x < 0 || y < 0) return [];
    const colour = shade(ink.sequential, amount(group) / most);
    const name = onTwoLines(label(group))
      .map((line) => `{s|${line}}`)
      .join('\n');
    const figure =
      by === 'customers' ? format.number(group.customers) : format.money(group.revenue);
    const share = format.percent(by === 'customers' ? group.share : group.revenueShare);
    const place = pen.narrow ? [y, x] : [x, y];
    const mark: Marked<number[]> = {
      value: [...place, amount(group)],
      row,
      column: by,
    };
    return [
      {
        ...mark,
        itemStyle: { borderColor: ink.surface, borderWidth: 3, borderRadius: 4 },
        label: {
          color: wordsOn(colour),
          formatter: pen.narrow ? `${name}\n{n|${figure}}` : `${name}\n{n|${figure}}\n{s|${share}}`,
        },
      },
    ];
  });
  const rhythm = COLUMNS.map((code) => pen.say(`rfm.${code}`));
  const spend = ROWS.map((code) => pen.say(`rfm.m${code}`));
  return {
    grid: { left: 4, right: 4, top: 4, bottom: 4, outerBoundsMode: 'same' },
    // A phone is higher than wide, and so is the painting then: the columns become rows.
    xAxis: { ...side(pen.narrow ? spend : rhythm), position: 'top' },
    yAxis: { ...side(pen.narrow ? rhythm : spend), inverse: true },
    tooltip: {
      trigger: 'item',
      formatter: (params: unknown) => {
        const group = classes[(params as { data: Marked<number[]> }).data.row];
        if (!group) return '';
        return tip(pen, label(group), [
          [pen.say('customers'), format.full(group.customers)],
          [pen.say('share'), format.percent(group.share)],
          [
            pen.say('rfm.r'),
            group.averageR === undefined
              ? '—'
              : pen.say('days', { n: format.full(Math.round(group.averageR)) }),
          ],
          [pen.say('rfm.f'), format.full(group.averageF)],
          [pen.say('rfm.m'), format.moneyFull(group.averageM)],
          [pen.say('revenueShare'), format.percent(group.revenueShare)],
        ]);
      },
    },
    visualMap: {
      show: false,
      type: 'continuous',
      dimension: 2,
      min: 0,
      max: most,
      inRange: { color: [...ink.sequential] },
    },
    series: [
      {
        type: 'heatmap',
        data: cells,
        label: {
          show: true,
          rich: {
            s: { fontSize: 12, lineHeight: 16 },
            n: {
              fontSize: pen.narrow ? 14 : 20,
              fontWeight: 600,
              lineHeight: pen.narrow ? 20 : 28,
            },
          },
        },
      },
    ],
  };
}

/** As wide as the narrowest cell takes, counted in Latin letters. */
const LINE = 15;

/**
 * A name that would run into the next cell, on two lines of about the same length: "Big spenders" /
 * "to win back". A Chinese character is as wide as two letters.
 */
export function onTwoLines(name: string): string[] {
  const width = (text: string) => text.length + (text.match(/\p{Script=Han}/gu)?.length ?? 0);
  if (width(name) <= LINE) return [name];
  const places = [...name.matchAll(/ /g)].map((space) => space.index);
  // Without a blank anywhere between two characters will do.
  const cuts = places.length > 0 ? places : Array.from(name, (_, i) => i).slice(1);
  const longer = (at: number) => Math.max(width(name.slice(0, at)), width(name.slice(at).trim()));
  const best = cuts.reduce((one, other) => (longer(other) < longer(one) ? other : one));
  return [name.slice(0, best), name.slice(best).trim()];
}

const side = (data: string[]) => ({
  type: 'category' as const,
  data: data.map((name) => name.replace(' · ', '\n')),
  axisLine: { show: false },
  axisLabel: { interval: 0, fontSize: 12, lineHeight: 16 },
});
