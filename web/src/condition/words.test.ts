import { describe, expect, it } from 'vitest';
import type { Condition, Measure } from '#api';
import { i18next } from '#shell';
import { makeFormat, type Locale } from '#style';
import { vocabulary } from './fixtures/vocabulary';
import { lexicon } from './vocabulary';
import { plain, type Speech } from './speech';
import { measureWords, words } from './words';

const speech = (locale: Locale): Speech => {
  const t = i18next.getFixedT(locale, 'condition');
  return {
    t: (key, slots) => t(key, slots ?? {}),
    label: (label) => (typeof label === 'string' ? label : (label?.[locale] ?? '')),
    format: makeFormat({ locale, currency: 'CNY', zone: 'Asia/Shanghai' }),
    lexicon: lexicon(vocabulary),
  };
};
const said = (condition: Condition) => [
  plain(words(condition, speech('zh'))),
  plain(words(condition, speech('en'))),
];

const city = (...values: string[]): Condition => ({
  type: 'attribute',
  customer:
    values.length === 1
      ? { type: 'compare', field: 'customer.city', op: 'EQ', value: values[0]! }
      : { type: 'in', field: 'customer.city', values },
});
const sales = (change: Partial<Measure> = {}): Measure => ({
  entity: 'order',
  rows: { type: 'compare', field: 'order.kind', op: 'EQ', value: 'sale' },
  aggregate: 'COUNT',
  window: { type: 'lastDays', days: 90 },
  ...change,
});
const did = (measure: Measure, op: 'GE' | 'EQ' | 'LT' = 'GE', bound = 1): Condition => ({
  type: 'behaviour',
  measure,
  op,
  bound,
});
const vip: Condition = { type: 'holds', trait: 'tag/vip', op: 'EQ', value: true };

const likes = (value: string): Condition => ({
  type: 'holds',
  trait: 'tag/liked',
  op: 'EQ',
  value,
});

describe('words', () => {
  it('say of tags with several values what is among them', () => {
    expect(said(likes('鞋'))).toEqual(['偏好品类含「鞋」', 'Liked categories includes “鞋”']);
    expect(said({ type: 'any', of: [likes('鞋'), likes('女装')] })[0]).toBe(
      '偏好品类含「鞋」或「女装」',
    );
    expect(said({ type: 'all', of: [likes('鞋'), likes('女装')] })).toEqual([
      '偏好品类同时含「鞋」和「女装」',
      'Liked categories includes all of “鞋” and “女装”',
    ]);
    expect(said({ type: 'not', of: likes('鞋') })[0]).toBe('偏好品类不含「鞋」');
  });

  it('say everyone where nothing is asked', () => {
    expect(said({ type: 'all', of: [] })).toEqual(['全部客户', 'All customers']);
  });

  it('say facts, with codes by their names and typed words in quotation marks', () => {
    expect(said(city('上海'))).toEqual(['城市是「上海」', 'City is “上海”']);
    expect(said({ type: 'not', of: city('上海', '杭州') })).toEqual([
      '城市不是「上海」或「杭州」（含未填写）',
      'City is not “上海” or “杭州” (or is unknown)',
    ]);
    expect(
      said({
        type: 'attribute',
        customer: { type: 'compare', field: 'customer.gender', op: 'EQ', value: 'female' },
      }),
    ).toEqual(['性别是女', 'Gender is Female']);
    expect(
      said({ type: 'attribute', customer: { type: 'missing', field: 'customer.city' } }),
    ).toEqual(['城市未填写', 'City is unknown']);
  });

  it('keep "is not" apart from "is known and not"', () => {
    expect(
      said({
        type: 'attribute',
        customer: { type: 'compare', field: 'customer.city', op: 'NE', value: '上海' },
      }),
    ).toEqual(['城市不是「上海」（且已填写）', 'City is known and not “上海”']);
  });

  it('say numbers and days', () => {
    const points = (op: 'GE' | 'LE', value: number) =>
      ({ type: 'compare', field: 'customer.points', op, value }) as const;
    expect(said({ type: 'attribute', customer: points('GE', 1000) })).toEqual([
      '积分不少于 1,000',
      'Points at least 1,000',
    ]);
    expect(
      said({
        type: 'attribute',
        customer: { type: 'both', all: [points('GE', 1), points('LE', 9)] },
      }),
    ).toEqual(['积分在 1 到 9 之间', 'Points between 1 and 9']);
    expect(
      said({
        type: 'attribute',
        customer: {
          type: 'compare',
          field: 'customer.registered_day',
          op: 'GE',
          value: { day: '2026-03-01' },
        },
      }),
    ).toEqual(['注册日期在 2026年3月1日及之后', 'Registration day is Mar 1, 2026 or later']);
  });

  it('say what was done and not done', () => {
    expect(said(did(sales()))).toEqual([
      '近 90 天有过购买',
      'At least one purchase in the last 90 days',
    ]);
    expect(said({ type: 'not', of: did(sales()) })).toEqual([
      '近 90 天没有购买',
      'No purchase in the last 90 days',
    ]);
    expect(said(did(sales({ window: { type: 'ever' } }), 'EQ', 0))).toEqual([
      '从未购买',
      'No purchase ever',
    ]);
  });

  it('say how often, on how many days, how much and how long ago', () => {
    expect(said(did(sales(), 'GE', 3))).toEqual([
      '近 90 天购买次数不少于 3 次',
      'At least 3 purchases in the last 90 days',
    ]);
    expect(said(did(sales(), 'EQ', 1))[1]).toBe('Exactly 1 purchase in the last 90 days');
    expect(said(did(sales({ aggregate: 'DISTINCT_DAYS' }), 'GE', 2))).toEqual([
      '近 90 天购买天数不少于 2 天',
      'Purchases on at least 2 days in the last 90 days',
    ]);
    expect(
      said(
        did(sales({ aggregate: 'SUM', of: 'order.amount', window: { type: 'ever' } }), 'GE', 5000),
      ),
    ).toEqual([
      '累计购买的实付金额合计不少于 5,000',
      'Total amount paid of purchases to date is at least 5,000',
    ]);
    expect(
      said(did(sales({ aggregate: 'DAYS_SINCE_LAST', window: { type: 'ever' } }), 'GE', 90)),
    ).toEqual(['最近一次购买距今不少于 90 天', 'Last purchase at least 90 days ago']);
  });

  it('say of days that are marked in the calendar what they are, not that something is filled in', () => {
    const marked = (not: boolean): Condition => {
      const missing = { type: 'missing', field: 'order.occasion' } as const;
      return did(
        sales({
          aggregate: 'DISTINCT_DAYS',
          rows: {
            type: 'both',
            all: [
              { type: 'compare', field: 'order.kind', op: 'EQ', value: 'sale' },
              not ? missing : { type: 'except', not: missing },
            ],
          },
        }),
        'GE',
        2,
      );
    };
    expect(said(marked(false))).toEqual([
      '近 90 天购买（仅节假日与大促期间）天数不少于 2 天',
      'Purchases (only where the day was a holiday or sale day) on at least 2 days in the last 90 days',
    ]);
    expect(said(marked(true))).toEqual([
      '近 90 天购买（仅节假日与大促以外）天数不少于 2 天',
      'Purchases (only where the day was neither a holiday nor a sale day) on at least 2 days in the last 90 days',
    ]);
  });

  it('name a measure without a bound', () => {
    const named = (measure: Measure) => [
      plain(measureWords(measure, speech('zh'))),
      plain(measureWords(measure, speech('en'))),
    ];
    expect(named(sales({ aggregate: 'DISTINCT_DAYS' }))).toEqual([
      '近 90 天购买天数',
      'Days with purchases in the last 90 days',
    ]);
    expect(named(sales({ aggregate: 'DAYS_SINCE_LAST', window: { type: 'ever' } }))).toEqual([
      '最近一次购买距今天数',
      'Days since the last purchase',
    ]);
    expect(named(sales({ aggregate: 'SUM', of: 'order.amount' }))).toEqual([
      '近 90 天购买的实付金额合计',
      'Total amount paid of purchases in the last 90 days',
    ]);
  });

  it('say a span of numbers with the unit once', () => {
    const since = sales({ aggregate: 'DAYS_SINCE_LAST', window: { type: 'ever' } });
    const between: Condition = {
      type: 'all',
      of: [
        { type: 'behaviour', measure: since, op: 'GE', bound: 30 },
        { type: 'behaviour', measure: since, op: 'LE', bound: 90 },
      ],
    };
    expect(said(between)).toEqual([
      '最近一次购买距今在 30 到 90 天之间',
      'Last purchase between 30 and 90 days ago',
    ]);
  });

  it('say the last day of a period, not the first after it', () => {
    const november = {
      type: 'during',
      period: { from: '2026-11-01', until: '2026-12-01' },
    } as const;
    expect(said(did(sales({ window: november })))).toEqual([
      '2026年11月1日至2026年11月30日有过购买',
      'At least one purchase from Nov 1, 2026 to Nov 30, 2026',
    ]);
  });

  it('say which rows count', () => {
    const rows: Measure['rows'] = {
      type: 'both',
      all: [
        { type: 'compare', field: 'order.kind', op: 'EQ', value: 'sale' },
        { type: 'compare', field: 'order.channel', op: 'EQ', value: '天猫' },
        { type: 'compare', field: 'order.amount', op: 'GE', value: 100 },
      ],
    };
    expect(said(did(sales({ rows })))).toEqual([
      '近 90 天有过购买（仅渠道是「天猫」，且实付金额不少于 100）',
      'At least one purchase (only where channel is “天猫”, and amount paid at least 100) in the last 90 days',
    ]);
  });

  it('call sources by their names', () => {
    const paid: Measure = {
      entity: 'event',
      rows: {
        type: 'both',
        all: [
          { type: 'compare', field: 'event.name', op: 'EQ', value: 'paid' },
          { type: 'in', field: 'event.source', values: ['crm', 'sms', 'kiosk'] },
        ],
      },
      aggregate: 'COUNT',
      window: { type: 'lastDays', days: 30 },
    };
    expect(said(did(paid))).toEqual([
      '近 30 天有过付款（仅来源系统是会员系统、短信平台或「kiosk」）',
      'At least one payment (only where source system is Member system (CRM), SMS platform or “kiosk”) in the last 30 days',
    ]);
  });

  it('say tags and segments', () => {
    expect(said(vip)).toEqual(['有标签「VIP」', 'Tagged “VIP”']);
    expect(
      said({ type: 'not', of: { type: 'holds', trait: 'segment/s1', op: 'EQ', value: true } }),
    ).toEqual(['不在人群「沉睡客户」中', 'Not in segment “Asleep”']);
    const rfm = (value: string): Condition => ({
      type: 'holds',
      trait: 'tag/rfm',
      op: 'EQ',
      value,
    });
    expect(said({ type: 'any', of: [rfm('111'), rfm('011')] })).toEqual([
      'RFM 分层是重要价值或重要保持',
      'RFM class is Champions or Loyal, going quiet',
    ]);
  });

  it('bracket what belongs together', () => {
    expect(
      said({
        type: 'all',
        of: [
          { type: 'any', of: [city('上海'), vip] },
          { type: 'not', of: { type: 'all', of: [did(sales()), vip] } },
        ],
      }),
    ).toEqual([
      '（城市是「上海」，或有标签「VIP」），且排除（近 90 天有过购买，且有标签「VIP」）的客户',
      '(city is “上海”, or tagged “VIP”), and excluding (at least one purchase in the last 90 days, and tagged “VIP”)',
    ]);
  });

  it('name a tag that is gone by its key, and admit what cannot be said', () => {
    expect(said({ type: 'holds', trait: 'tag/gone', op: 'EQ', value: 'x' })[0]).toBe('gone是「x」');
    expect(said({ type: 'any', of: [] })[0]).toBe('由其他方式定义的条件');
  });

  it('let what was entered stand out', () => {
    expect(words(city('上海'), speech('zh'))).toEqual([
      { text: '城市是', strong: false },
      { text: '「上海」', strong: true },
    ]);
  });
});
