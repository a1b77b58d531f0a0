import { describe, expect, it } from 'vitest';
import type { Customer, Fact, Table, TimelineEntry, Worth } from '#api';
import { i18next } from '#shell';
import { makeFormat } from '#style';
import { conditionOf, filtersOf, isNarrowed, keptCondition, searchOf } from './filters';
import { folded, summed } from './portrait/folded';
import { evidenceOf, lines, linesOf, tiedTo, traitsOf } from './portrait/panels';
import { peakOf } from './portrait/peak';
import { dayOf, dayWritten, summary, unlike } from './portrait/summary';

const format = {
  zh: makeFormat({ locale: 'zh', currency: 'CNY', zone: 'Asia/Shanghai' }),
  en: makeFormat({ locale: 'en', currency: 'CNY', zone: 'Asia/Shanghai' }),
};

const table = (columns: string[], ...rows: Table['rows']): Table => ({
  columns: columns.map((name) => ({ name, type: 'TEXT' })),
  rows,
});

describe('filters of the list', () => {
  const of = (address: string) => filtersOf(new URLSearchParams(address));

  it('are what the address says, and nothing without one', () => {
    expect(of('')).toEqual({
      text: '',
      segment: '',
      tag: '',
      city: '',
      who: null,
      sort: undefined,
      columns: null,
      withoutCards: false,
      offset: 0,
      limit: 20,
    });
    expect(isNarrowed(of('sort=-netRevenue&offset=40'))).toBe(false);
    expect(isNarrowed(of('q=ann'))).toBe(true);
  });

  it('become one question', () => {
    expect(
      searchOf(of('q=138&segment=s1&tag=tag/rfm%3D111&city=杭州&sort=-netRevenue&offset=40')),
    ).toEqual({
      text: '138',
      segment: 's1',
      condition: {
        type: 'all',
        of: [
          { type: 'holds', trait: 'tag/rfm', op: 'EQ', value: '111' },
          {
            type: 'attribute',
            customer: { type: 'contains', field: 'customer.city', text: '杭州' },
          },
        ],
      },
      sort: { column: 'netRevenue', descending: true },
      offset: 40,
      limit: 20,
    });
  });

  it('know that a tag of yes or no is no text, and leave out what is no tag', () => {
    expect(conditionOf(of('tag=tag/vip%3Dtrue'))).toEqual({
      type: 'all',
      of: [{ type: 'holds', trait: 'tag/vip', op: 'EQ', value: true }],
    });
    expect(conditionOf(of('tag=<script>'))).toBeNull();
    expect(of('offset=-5&limit=0').offset).toBe(0);
    expect(of('offset=-5&limit=0').limit).toBe(20);
  });

  it('are kept with their segment and with the condition of a link', () => {
    const vip = { type: 'holds', trait: 'tag/vip', op: 'EQ', value: true } as const;
    const who = encodeURIComponent(JSON.stringify({ type: 'all', of: [vip] }));
    expect(keptCondition(of(`segment=s1&who=${who}`))).toEqual({
      type: 'all',
      of: [{ type: 'holds', trait: 'segment/s1', op: 'EQ', value: true }, vip],
    });
  });
});

describe('panels', () => {
  it('are read by the names of their columns, however they are written', () => {
    const [row] = lines(table(['record_key', 'orderNo'], ['r1', 'T1']));
    expect([row?.('recordKey'), row?.('order_no'), row?.('missing')]).toEqual(['r1', 'T1', null]);
    expect(linesOf({ panels: [] } as unknown as Customer, 'orders')).toEqual([]);
  });

  it('show which value joins which records, what joins most first', () => {
    const evidence = evidenceOf(
      lines(
        table(
          ['source', 'record_key', 'name', 'shared_type', 'shared_value'],
          ['crm', 'M1', '安娜', 'phone', '139'],
          ['crm', 'M1', '安娜', 'member_card', 'A5'],
          ['shop', 'u7', null, 'phone', '139'],
          ['shop', 'u9', null, 'phone', '139'],
          ['shop', 'u9', null, 'platform_id', 'p9'],
          ['shop', 'u7', null, 'platform_id', 'p9'],
          ['till', 't1', null, null, null],
        ),
      ),
    );
    expect(
      evidence.records.map((record) => [record.source, record.recordKey, record.name]),
    ).toEqual([
      ['crm', 'M1', '安娜'],
      ['shop', 'u7', null],
      ['shop', 'u9', null],
      ['till', 't1', null],
    ]);
    // The card stands on one record only, so it joins nothing.
    expect(evidence.bonds).toEqual([
      { idType: 'phone', value: '139', records: [0, 1, 2] },
      { idType: 'platform_id', value: 'p9', records: [2, 1] },
    ]);
  });

  it('take out with a record those of its account or card, and not of its phone', () => {
    const bonds = [
      { idType: 'phone', value: '139', records: [0, 1, 2, 3, 4] },
      { idType: 'platform_id', value: 'p9', records: [1, 2] },
      { idType: 'member_card', value: 'C1', records: [2, 4] },
    ];
    expect(tiedTo(1, bonds).toSorted()).toEqual([1, 2, 4]);
    expect(tiedTo(3, bonds)).toEqual([3]);
  });

  it('list traits, whatever else the panel says', () => {
    expect(traitsOf(lines(table(['trait_id', 'value'], ['tag/vip', 'true'])))).toEqual([
      { trait: 'tag/vip', label: null, value: 'true', shown: null, since: null },
    ]);
  });
});

describe('the line under a name', () => {
  const fact = (field: string, value: Fact['value'], masked = false): Fact => ({
    field,
    label: { zh: field, en: field },
    value,
    masked,
    source: 'crm',
    others: [],
  });
  const worth: Worth = {
    orders: 12,
    revenue: 950,
    refunds: 50,
    netRevenue: 900,
    averageOrder: 75,
    firstOrderDay: '2025-01-01',
    lastOrderDay: '2026-11-13',
    purchaseDays: 11,
    daysSinceLast: 8,
  };
  const said = (locale: 'zh' | 'en', facts: Fact[], change: Partial<Worth> = {}) => {
    const t = i18next.getFixedT(locale, 'profile');
    return summary(
      facts,
      { ...worth, ...change },
      (key, slots) => t(key, slots ?? {}),
      format[locale],
    );
  };
  const facts = [
    fact('customer.city', '杭州市'),
    fact('level', '金卡'),
    fact('registered_at', { moment: '2023-04-30T20:00:00Z' }),
  ];

  it('says place, level, registration in the zone of the company, and purchases', () => {
    expect(said('zh', facts)).toBe(
      '来自杭州市，金卡会员，2023年5月注册。买过 12 次，最近一次在 8 天前。',
    );
    expect(said('en', facts)).toBe(
      'From 杭州市, 金卡 member, registered in May 2023. Bought 12 times, last 8 days ago.',
    );
  });

  it('says less when less is known or may be seen', () => {
    expect(said('zh', [], { orders: 0, daysSinceLast: undefined })).toBe('还没有买过。');
    expect(said('zh', [fact('city', '杭**', true)], { daysSinceLast: 0 })).toBe(
      '买过 12 次，最近一次就在当天。',
    );
  });

  it('puts a moment on the calendar of the company', () => {
    expect(dayOf('2026-11-22T16:40:00Z', 'Asia/Shanghai')).toBe('2026-11-23');
    expect(dayWritten('2026-11-22T16:40:00Z', format.zh)).toBe('2026年11月23日');
    expect(dayWritten('2026-11-22', format.zh)).toBe('2026年11月22日');
  });
});

describe('what other records say', () => {
  it('counts values, not records, and none that is shown already', () => {
    const said = (value: string) => ({
      source: 'shop',
      recordKey: value,
      value: { text: value },
      why: '',
    });
    const of = (...values: string[]) =>
      unlike({ value: { text: '王帅' }, others: values.map(said) } as unknown as Fact);
    expect(of()).toBe(0);
    expect(of('王帅', '王帅')).toBe(0);
    expect(of('王帅', '王帥', '王帥', '王师')).toBe(2);
  });
});

describe('the story', () => {
  const entry = (name: string, ref: string, source = 'shop'): TimelineEntry => ({
    name,
    label: { zh: name, en: name },
    kind: 'bought',
    happenedAt: '2026-11-01T00:00:00Z',
    source,
    ref,
    about: {},
  });
  const look = (name: string, clock: string, product_name: string): TimelineEntry => ({
    ...entry(name, clock, 'mini'),
    kind: 'browsed',
    happenedAt: `2026-11-01T${clock}:00Z`,
    about: { category: '茶叶', product_name },
  });

  it('makes one line of a visit, and another after half an hour of rest', () => {
    const [late, early] = folded([
      look('viewed', '10:50', '桂花乌龙'),
      look('carted', '10:25', '白毫'),
      look('viewed', '10:20', '白毫'),
      look('viewed', '09:49', '白毫'),
    ]);
    expect(
      late && summed(late.steps).map(({ name, count, about }) => [name, count, about]),
    ).toEqual([
      ['viewed', 2, ['茶叶 · 桂花乌龙', '茶叶 · 白毫']],
      ['carted', 1, ['茶叶 · 白毫']],
    ]);
    expect(early?.steps).toHaveLength(1);
  });

  it('makes one line of neighbours that speak of the same order', () => {
    const steps = folded([
      entry('paid', 'T2'),
      entry('ordered', 'T2'),
      entry('paid', 'T1'),
      entry('sent', 'T1', 'sms'),
      entry('registered', ''),
      entry('registered', ''),
    ]).map((episode) => episode.steps.map((step) => step.name));
    expect(steps).toEqual([
      ['paid', 'ordered'],
      ['paid'],
      ['sent'],
      ['registered'],
      ['registered'],
    ]);
  });
});

describe('the favourite hour', () => {
  it('is one that stands out, or none', () => {
    const cell = (weekday: number, orders: number) => ({ weekday, hour: 21, orders });
    expect(peakOf([cell(1, 2), cell(5, 4)])).toEqual({ peak: cell(5, 4), orders: 6 });
    expect(peakOf([cell(1, 3), cell(5, 3)]).peak).toBeNull();
    expect(peakOf([cell(1, 1)]).peak).toBeNull();
    expect(peakOf([])).toEqual({ peak: null, orders: 0 });
  });
});
