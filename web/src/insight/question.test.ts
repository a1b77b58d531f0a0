import { describe, expect, it } from 'vitest';
import type { Condition, Insight } from '#api';
import { addressOf, questionFrom, searchOf } from './address';
import { chartOf, insightOf, questionOf } from './asked';
import { eventStep, rollingOf, type Question } from './question';
import { fitting, isYear, periodOf, spanFromAddress, spanInAddress } from './span';

const vip: Condition = { type: 'holds', trait: 'tag/vip', op: 'EQ', value: true };

const questions: [string, Question, string][] = [
  [
    'what most people ask',
    {
      type: 'trend',
      metric: 'revenue',
      grain: 'month',
      span: { last: 12, unit: 'month' },
      versus: 'precedingBucket',
      who: null,
      as: 'bar',
      split: null,
    },
    '/insights/trend',
  ],
  [
    'a trend of chosen days and customers',
    {
      type: 'trend',
      metric: 'orders',
      grain: 'week',
      span: { from: '2026-01-01', until: '2026-04-01' },
      versus: 'lastYear',
      who: vip,
      as: 'line',
      split: null,
    },
    '/insights/trend?metric=orders&grain=week&versus=lastYear&as=line&period=2026-01-01..2026-03-31' +
      '&who=%7B%22type%22%3A%22holds%22%2C%22trait%22%3A%22tag%2Fvip%22%2C%22op%22%3A%22EQ%22%2C%22value%22%3Atrue%7D',
  ],
  [
    'a funnel of events',
    {
      type: 'funnel',
      steps: [eventStep('registered'), eventStep('paid'), eventStep('paid')],
      windowDays: 30,
      strict: true,
      span: { last: 90, unit: 'day' },
      who: null,
      split: null,
    },
    '/insights/funnel?step=registered&step=paid&step=paid&window=30&strict=true&period=90day',
  ],
  [
    'a breakdown by a field',
    {
      type: 'breakdown',
      by: 'customer.city',
      measure: 'customers',
      span: null,
      who: null,
      as: 'bar',
    },
    '/insights/breakdown?by=customer.city&measure=customers',
  ],
  [
    'a map of provinces',
    {
      type: 'breakdown',
      by: 'customer.province',
      measure: 'revenue',
      span: null,
      who: null,
      as: 'map',
    },
    '/insights/breakdown?by=customer.province&as=map',
  ],
  [
    'a trend told apart',
    {
      type: 'trend',
      metric: 'orderValue',
      grain: 'month',
      span: { last: 12, unit: 'month' },
      versus: 'precedingBucket',
      who: null,
      as: 'bar',
      split: 'order.channel',
    },
    '/insights/trend?metric=orderValue&split=order.channel',
  ],
  [
    'a single number',
    { type: 'kpi', metric: 'buyers', span: { last: 1, unit: 'month' }, who: vip },
    '/insights/kpi?metric=buyers&who=%7B%22type%22%3A%22holds%22%2C%22trait%22%3A%22tag%2Fvip%22%2C%22op%22%3A%22EQ%22%2C%22value%22%3Atrue%7D',
  ],
  [
    'how a number spreads',
    { type: 'distribution', of: 'daysBetween', span: { last: 6, unit: 'month' }, who: null },
    '/insights/distribution?of=daysBetween&period=6month',
  ],
  [
    'what a group is like',
    {
      type: 'groupProfile',
      who: vip,
      by: ['customer.city', 'tag/rfm'],
      sort: 'tgi',
      span: null,
    },
    '/insights/groupProfile?by=customer.city&by=tag%2Frfm&sort=tgi&who=%7B%22type%22%3A%22holds%22%2C%22trait%22%3A%22tag%2Fvip%22%2C%22op%22%3A%22EQ%22%2C%22value%22%3Atrue%7D',
  ],
];

const back = (address: string): Question => {
  const [path = '', search = ''] = address.split('?');
  return questionFrom(path.split('/').pop() as Question['type'], new URLSearchParams(search));
};

describe('a question', () => {
  it.each(questions)('goes into an address and comes back: %s', (_, question, address) => {
    expect(addressOf(question)).toBe(address);
    expect(back(address)).toEqual(question);
  });

  it('keeps steps with names or filters of their own', () => {
    const question: Question = {
      type: 'funnel',
      steps: [
        eventStep('paid', { zh: '首购', en: 'First' }),
        {
          event: null,
          where: { type: 'compare', field: 'event.amount', op: 'GE', value: 100 },
          label: { zh: '大单', en: 'Large' },
        },
      ],
      windowDays: 90,
      strict: false,
      span: { last: 12, unit: 'month' },
      who: null,
      split: null,
    };
    expect(back(addressOf(question))).toEqual(question);
  });

  it('is the usual one where an address says nonsense', () => {
    const search = new URLSearchParams(
      'metric=mood&grain=year&versus=moon&as=pie&period=2026-02-30..x&who=%7B&window=0',
    );
    expect(addressOf(questionFrom('trend', search))).toBe('/insights/trend');
    expect(addressOf(questionFrom('funnel', new URLSearchParams('window=99999&step=')))).toBe(
      '/insights/funnel?step=paid&step=paid',
    );
    expect(addressOf(questionFrom('breakdown', new URLSearchParams("by=' or 1=1")))).toBe(
      '/insights/breakdown',
    );
  });

  it('is asked about the days that it means now', () => {
    const [, usual] = questions[0]!;
    expect(insightOf(usual, '2026-03-15')).toEqual({
      type: 'trend',
      metric: 'revenue',
      grain: 'month',
      period: { from: '2025-04-01', until: '2026-04-01' },
      versus: { type: 'precedingBucket' },
    });
    const [, funnel] = questions[2]!;
    const names = ['注册', '付款', '再次付款'].map((zh) => ({ zh, en: zh }));
    const paid = { type: 'compare', field: 'event.name', op: 'EQ', value: 'paid' };
    expect(insightOf(funnel, '2026-03-15', names)).toEqual({
      type: 'funnel',
      steps: [
        {
          label: { zh: '注册', en: '注册' },
          where: { type: 'compare', field: 'event.name', op: 'EQ', value: 'registered' },
        },
        { label: { zh: '付款', en: '付款' }, where: paid },
        { label: { zh: '再次付款', en: '再次付款' }, where: paid },
      ],
      windowDays: 30,
      period: { from: '2025-12-16', until: '2026-03-16' },
      strict: true,
    });
    expect(insightOf(questions[3]![1], '2026-03-15')).toEqual({
      type: 'breakdown',
      field: 'customer.city',
    });
  });

  it('is found again in a tile', () => {
    for (const [, question] of questions) {
      const insight: Insight = insightOf(question, '2026-03-15', []);
      const found = questionOf(insight, chartOf(question), rollingOf(question));
      const named = { ...found };
      // What a step is called was filled in on the way.
      if (named.type === 'funnel')
        named.steps = named.steps.map((step) => ({ ...step, label: null }));
      expect(named).toEqual(question);
    }
  });

  it('leaves out of its address what is usual', () => {
    expect(searchOf(questions[0]![1]).toString()).toBe('');
  });
});

describe('days', () => {
  it('are reckoned as the server does: the unit that runs is the last', () => {
    const at = (last: number, unit: 'day' | 'week' | 'month', latest: string) => {
      const { from, until } = periodOf({ last, unit }, latest);
      return `${from} ${until}`;
    };
    expect(at(2, 'month', '2026-06-15')).toBe('2026-05-01 2026-07-01');
    expect(at(2, 'month', '2026-06-30')).toBe('2026-05-01 2026-07-01');
    expect(at(1, 'month', '2026-03-31')).toBe('2026-03-01 2026-04-01');
    // The 14th of June 2026 is a Sunday.
    expect(at(1, 'week', '2026-06-14')).toBe('2026-06-08 2026-06-15');
    expect(at(2, 'week', '2026-06-15')).toBe('2026-06-08 2026-06-22');
    expect(at(3, 'day', '2026-06-14')).toBe('2026-06-12 2026-06-15');
  });

  it('are a year where the days before them are those of a year before', () => {
    const is = (last: number, unit: 'day' | 'month', latest: string) =>
      isYear(periodOf({ last, unit }, latest));
    expect(is(365, 'day', '2026-06-01')).toBe(true);
    expect(is(12, 'month', '2026-06-01')).toBe(true);
    expect(is(364, 'day', '2026-06-01')).toBe(false);
    expect(is(366, 'day', '2026-06-01')).toBe(false);
    expect(is(24, 'month', '2026-06-01')).toBe(false);
    // The 29th of February 2024 is one of the 365 days before.
    expect(is(365, 'day', '2025-02-10')).toBe(false);
  });

  it('are written with their last day', () => {
    expect(spanInAddress({ from: '2026-02-01', until: '2026-03-01' })).toBe(
      '2026-02-01..2026-02-28',
    );
    expect(spanFromAddress('2026-02-01..2026-02-28')).toEqual({
      from: '2026-02-01',
      until: '2026-03-01',
    });
    expect(spanFromAddress('6week')).toEqual({ last: 6, unit: 'week' });
    for (const wrong of [
      null,
      '',
      '0day',
      '3year',
      '2026-02-28..2026-02-01',
      '2026-02-30..2026-03-01',
    ])
      expect(spanFromAddress(wrong)).toBeNull();
  });

  it('take shorter bars where they are few', () => {
    const days = (count: number) => ({
      from: '2026-01-01',
      until: new Date(Date.UTC(2026, 0, 1 + count)).toISOString().slice(0, 10),
    });
    expect(fitting('month', days(365))).toBe('month');
    expect(fitting('month', days(88))).toBe('month');
    expect(fitting('month', days(30))).toBe('week');
    expect(fitting('month', days(7))).toBe('day');
    expect(fitting('week', days(365))).toBe('week');
    expect(fitting('week', days(7))).toBe('day');
    expect(fitting('day', days(365))).toBe('day');
  });
});
