import { describe, expect, it } from 'vitest';
import type { Answer } from '#api';
import { light, makeFormat } from '#style';
import {
  groupLikeness,
  provincesOf,
  spendBins,
  stepsByCity,
  weeksByChannel,
} from './fixtures/parts';
import { likeness } from './likeness';
import { keysOf, markAt, marksOf } from './mark';
import type { Option, Pen } from './pen';
import { offMap, onMap, province } from './province';
import { binName, spread } from './spread';
import texts from './text.zh.json';
import { funnelParts, trendParts } from './trendParts';

const pen: Pen = {
  ink: light,
  format: makeFormat({ locale: 'zh', currency: 'CNY', zone: 'Asia/Shanghai' }),
  narrow: false,
  width: 720,
  rise: light.danger,
  fall: light.good,
  say: (key, words = {}) => {
    const found = key
      .split('.')
      .reduce<unknown>((at, part) => (at as Record<string, unknown>)[part], texts);
    return String(found).replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(words[name]));
  },
};

interface Series {
  name?: string;
  type: string;
  stack?: string;
  data: { value: unknown; row: number; name?: string; itemStyle?: { opacity?: number } }[];
}
const seriesOf = (option: Option) => option.series as unknown as Series[];

describe('a trend told apart', () => {
  const look = { grain: 'week', name: String, unknown: '无取值' } as const;

  it('stacks parts that add up, the others and those without a value after them', () => {
    const option = trendParts(weeksByChannel, pen, {
      ...look,
      as: 'bar',
      unit: 'money',
      adds: true,
    });
    expect(
      seriesOf(option).map((one) => [one.name, one.stack, one.data.map((d) => d.value)]),
    ).toEqual([
      ['小程序', 'all', [60, 90]],
      ['其余', 'all', [10, 20]],
      ['无取值', 'all', [5, 0]],
    ]);
  });

  it('never stacks averages', () => {
    const option = trendParts(weeksByChannel, pen, {
      ...look,
      as: 'line',
      unit: 'money',
      adds: false,
    });
    expect(seriesOf(option).every((one) => one.type === 'line' && !one.stack)).toBe(true);
  });

  it('names a mark by its bar and its part', () => {
    expect(keysOf(weeksByChannel)).toEqual(['bucket', 'part', 'rest']);
    expect(markAt(weeksByChannel, 1, 'value')).toEqual({
      column: 'value',
      at: { bucket: '2026-11-02', part: null, rest: true },
    });
    const option = trendParts(weeksByChannel, pen, {
      ...look,
      as: 'bar',
      unit: 'money',
      adds: true,
    });
    expect(marksOf(option)).toHaveLength(6);
  });
});

describe('a funnel told apart', () => {
  it('draws how much of its own start each part kept', () => {
    const option = funnelParts(stepsByCity, pen, { name: String, unknown: '无取值' });
    expect(seriesOf(option).map((one) => [one.name, one.data.map((d) => d.value)])).toEqual([
      ['上海', [1, 0.5]],
      ['北京', [1, 0.25]],
    ]);
  });
});

describe('how a number spreads', () => {
  it('calls bins by their bounds', () => {
    const money = { bound: (value: number) => `¥${value}`, whole: false };
    const days = { bound: String, whole: true };
    expect(binName(0, 100, money, pen)).toBe('¥0 – ¥100');
    expect(binName(1, 2, days, pen)).toBe('1');
    expect(binName(1, 8, days, pen)).toBe('1 – 7');
    expect(binName(200, null, money, pen)).toBe('¥200 及以上');
  });

  it('draws a bar a bin, which is named by both bounds', () => {
    const option = spread(spendBins, pen, { bound: String, whole: false, counted: '客户数' });
    expect(seriesOf(option)[0]?.data.map((one) => one.value)).toEqual([30, 10]);
    expect(markAt(spendBins, 1, 'customers').at).toEqual({ since: 100, until: null });
  });
});

describe('what a group is like', () => {
  const names = (sort: 'weight' | 'tgi') => {
    const option = likeness(groupLikeness, pen, { name: (_, value) => String(value), sort });
    return {
      names: (option.yAxis as { data: string[] }).data,
      bars: seriesOf(option)[0]?.data.map((one) => [one.value, one.itemStyle?.opacity]),
    };
  };

  it('draws from 100, pale where it may be chance, without what is too few or unknown', () => {
    expect(names('weight')).toEqual({
      names: ['上海', '成都', '北京'],
      bars: [
        [100, 1],
        [160, 0.35],
        [-60, 1],
      ],
    });
  });

  it('is sorted by TGI alone where that is wanted', () => {
    expect(names('tgi').names).toEqual(['成都', '上海', '北京']);
  });

  it('keeps what is rare and sure, of more than can be read, before what may be chance', () => {
    const many = Array.from({ length: 30 }, (_, i) => {
      const tgi = 101 + i;
      return [0, `城市 ${tgi}`, 9, 90, 0.01, 0.01, tgi, 'none', tgi * 9, 90, 360];
    });
    const answer = { ...groupLikeness, rows: [...groupLikeness.rows, ...many] };
    const option = likeness(answer, pen, { name: (_, value) => String(value), sort: 'tgi' });
    const drawn = (option.yAxis as { data: string[] }).data;
    // Of 33 values 24: the two that are sure, and the 22 that differ most of the others.
    expect(drawn).toHaveLength(24);
    expect(drawn.slice(0, 3)).toEqual(['成都', '上海', '城市 130']);
    expect(drawn.slice(-2)).toEqual(['城市 110', '北京']);
  });

  it('names a mark by field and value', () => {
    expect(markAt(groupLikeness, 0, 'customers').at).toEqual({ field: 0, value: '上海' });
  });
});

describe('the map of provinces', () => {
  it('knows provinces by their short and their full names', () => {
    expect(['广东', '广东省', '广西壮族自治区', '台湾省', '海外'].map(onMap)).toEqual([
      '广东',
      '广东',
      '广西',
      '台湾',
      undefined,
    ]);
  });

  it('colours by the square root, and says what is not on it', () => {
    const option = province(provincesOf, pen, { measure: 'customers' });
    const [map] = [option.series].flat() as unknown as Series[];
    expect(map?.data.map((one) => [one.name, one.value, one.row])).toEqual([
      ['广东', 30, 0],
      ['台湾', 2, 2],
    ]);
    expect(offMap(provincesOf, 'customers')).toEqual({ unknown: 50, elsewhere: 7 });
  });

  it('is whole', async () => {
    const outlines = (await import('./china.json')).default as {
      features: { properties: { name: string } }[];
    };
    const provinces = (await import('./provinces.json')).default;
    expect(outlines.features.map((one) => one.properties.name).toSorted()).toEqual(
      provinces.toSorted(),
    );
    expect(provinces).toHaveLength(34);
  });
});

// The fixtures are answers as the server gives them.
const all: Answer[] = [weeksByChannel, stepsByCity, spendBins, groupLikeness, provincesOf];
it('fixtures have a cell for every column', () => {
  for (const answer of all)
    expect(answer.rows.every((row) => row.length === answer.columns.length)).toBe(true);
});
