import { describe, expect, it } from 'vitest';
import type { Label, MetricView, StandardField } from '#api';
import { i18next } from '#shell';
import { eventStep, type Question } from './question';
import { comparison, stepNames, titleOf, valueName, type Voice } from './words';

const label = (zh: string, en: string): Label => ({ zh, en });
const field = (key: string, name: Label, codes: [string, Label][] = []): StandardField => ({
  key,
  label: name,
  type: 'text',
  sensitivity: 'open',
  mandatory: false,
  codes: codes.map(([value, of]) => ({ value, label: of })),
});
const rfm = {
  trait: 'tag/rfm',
  label: label('RFM 客户分群', 'RFM groups'),
  type: 'text',
  values: [{ value: '111', label: label('重要价值客户', 'Champions') }],
};
const events = field('event.name', label('事件', 'Event'), [
  ['paid', label('付款', 'Paid')],
  ['registered', label('注册', 'Registered')],
]);
const gender = field('customer.gender', label('性别', 'Gender'), [
  ['female', label('女', 'Female')],
]);
const metrics: MetricView[] = [
  {
    id: 'revenue',
    label: label('销售额', 'Revenue'),
    meaning: label('', ''),
    unit: 'MONEY',
    reckoned: { zh: '合计', en: 'Sum' },
    of: 'order',
    usedBy: [],
    applies: true,
  },
];

const voice = (locale: 'zh' | 'en'): Voice => ({
  locale,
  t: (key, slots) => i18next.getFixedT(locale, 'insight')(key, slots ?? {}),
  lexicon: {
    trait: (trait) => (trait === rfm.trait ? rfm : undefined),
    field: (key) => (key === gender.key ? gender : undefined),
    behaviour: () => ({
      entity: 'event',
      label: label('事件', 'Events'),
      fields: [events],
      aggregates: [],
    }),
  },
  metrics,
});
const both = (question: Question) => [
  titleOf(question, voice('zh')),
  titleOf(question, voice('en')),
];

describe('a question in words', () => {
  const trend = {
    type: 'trend',
    metric: 'revenue',
    grain: 'month',
    span: { last: 12, unit: 'month' },
    versus: 'none',
    who: null,
    as: 'bar',
    split: null,
  } as const;

  it('says what is measured, how often, and beside what', () => {
    expect(both(trend)).toEqual(['每月销售额', 'Revenue by month']);
    expect(both({ ...trend, versus: 'precedingBucket', grain: 'week' })).toEqual([
      '每周销售额与环比',
      'Revenue by week, beside the week before',
    ]);
    expect(both({ ...trend, versus: 'lastYear' })).toEqual([
      '每月销售额与同比',
      'Revenue by month, beside last year',
    ]);
    expect(comparison('precedingBucket', 'day')).toBe('precedingBucket.day');
  });

  it('says from where to where a funnel leads', () => {
    const steps = [eventStep('registered'), eventStep('paid'), eventStep('paid')];
    const funnel: Question = { ...trend, type: 'funnel', steps, windowDays: 30, strict: false };
    expect(both(funnel)).toEqual([
      '从“注册”到“再次付款”，30 天内',
      'From Registered to Paid again within 30 days',
    ]);
  });

  it('says of which group it tells what is different', () => {
    const champions: Question = {
      type: 'groupProfile',
      who: { type: 'holds', trait: 'tag/rfm', op: 'EQ', value: '111' },
      by: ['customer.gender'],
      sort: 'weight',
      span: null,
    };
    expect(both(champions)).toEqual([
      '重要价值客户有什么不同（TGI）',
      'What sets “Champions” apart (TGI)',
    ]);
    expect(
      both({ ...champions, who: { type: 'holds', trait: 'segment/s1', op: 'EQ', value: true } }),
    ).toEqual(['这群人有什么不同（TGI）', 'What sets this group apart (TGI)']);
  });

  it('says what customers are told apart by', () => {
    const by = { type: 'breakdown', measure: 'revenue', span: null, who: null, as: 'bar' } as const;
    expect(both({ ...by, by: 'tag/rfm' })).toEqual([
      '各“RFM 客户分群”的销售额',
      'Revenue by RFM groups',
    ]);
    expect(both({ ...trend, split: 'order.channel' })[0]).toBe('每月销售额，按“渠道”拆分');
    expect(both({ ...by, by: 'customer.gender', measure: 'customers' })[0]).toBe(
      '各“性别”的客户数',
    );
  });
});

it('an event that comes again is counted, unless its step has a name', () => {
  const named = eventStep('paid', label('首购', 'First purchase'));
  const paid = eventStep('paid');
  expect(stepNames([paid, paid, paid], voice('zh'))).toEqual([
    '付款',
    '再次付款',
    '付款（第 3 次）',
  ]);
  expect(stepNames([named, paid], voice('en'))).toEqual(['First purchase', 'Paid']);
  expect(stepNames([eventStep('clicked')], voice('zh'))).toEqual(['clicked']);
});

it('values are called by their labels, yes and no by words', () => {
  expect(valueName('tag/rfm', '111', voice('zh'))).toBe('重要价值客户');
  expect(valueName('customer.gender', 'female', voice('en'))).toBe('Female');
  expect(valueName('tag/vip', true, voice('zh'))).toBe('是');
  expect(valueName('customer.city', '上海', voice('en'))).toBe('上海');
});
