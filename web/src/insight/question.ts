import type { Condition, Label, Metric, Rolling, Spread, TimeGrain, Where } from '#api';
import { fitting, isRolling, periodOf, type Span } from './span';

/**
 * A question as a screen holds it: what the server is asked, with the days as they were chosen
 * ("the last 12 months") and with how the answer is drawn. It goes into an address and comes back.
 */
export type Question =
  | TrendQuestion
  | KpiQuestion
  | FunnelQuestion
  | BreakdownQuestion
  | DistributionQuestion
  | ProfileQuestion;
export type Kind = Question['type'];

export type Compared = 'none' | 'precedingBucket' | 'preceding' | 'lastYear';

export interface TrendQuestion {
  type: 'trend';
  metric: Metric;
  grain: TimeGrain;
  span: Span;
  versus: Compared;
  who: Condition | null;
  as: 'bar' | 'line';
  /** What each bar is told apart by: `tag/rfm`, `customer.city`, `order.channel`. */
  split: string | null;
}

export interface KpiQuestion {
  type: 'kpi';
  metric: Metric;
  span: Span;
  who: Condition | null;
}

/** One event by its name; a step of another making keeps its filter as it is. */
export interface Step {
  event: string | null;
  where: Where;
  /** Without one the step is called by its event. */
  label: Label | null;
}

export interface FunnelQuestion {
  type: 'funnel';
  steps: Step[];
  windowDays: number;
  strict: boolean;
  span: Span;
  who: Condition | null;
  /** A trait or field of the customer, or `event.channel` of the earliest start. */
  split: string | null;
}

export interface BreakdownQuestion {
  type: 'breakdown';
  /** A trait, `tag/rfm`, or a field, `customer.city`. */
  by: string;
  measure: 'customers' | 'revenue';
  /** Without one all that was ever bought counts. */
  span: Span | null;
  who: Condition | null;
  /** Provinces can be drawn on a map. */
  as: 'bar' | 'map';
}

export interface DistributionQuestion {
  type: 'distribution';
  of: Spread;
  span: Span | null;
  who: Condition | null;
}

/** A group beside all customers. */
export interface ProfileQuestion {
  type: 'groupProfile';
  who: Condition | null;
  by: string[];
  sort: 'weight' | 'tgi';
  span: null;
}

export const KINDS: readonly Kind[] = [
  'trend',
  'kpi',
  'funnel',
  'breakdown',
  'distribution',
  'groupProfile',
];
export const METRICS: readonly Metric[] = [
  'revenue',
  'netRevenue',
  'refunds',
  'identifiedRevenue',
  'identifiedShare',
  'orders',
  'orderValue',
  'items',
  'itemsPerOrder',
  'buyers',
  'spendPerBuyer',
  'newCustomers',
  'repeatBuyers',
  'repurchaseRate',
  'activeCustomers',
];
export const SPREADS: readonly Spread[] = [
  'spent',
  'orderValue',
  'orders',
  'purchaseDays',
  'daysBetween',
  'daysSince',
];
export const PROVINCE = 'customer.province';
export const MOST_FIELDS = 12;
/** What is most worth knowing of a group, where the company has it. */
export const USUAL_FIELDS: readonly string[] = [
  'customer.gender',
  'customer.province',
  'customer.level',
  'tag/rfm',
];
export const GRAINS: readonly TimeGrain[] = ['day', 'week', 'month'];
export const COMPARED: readonly Compared[] = ['none', 'precedingBucket', 'preceding', 'lastYear'];
export const MOST_STEPS = 8;
export const LONGEST_WINDOW = 3660;

export const eventStep = (event: string, label: Label | null = null): Step => ({
  event,
  where: { type: 'compare', field: 'event.name', op: 'EQ', value: event },
  label,
});

export const ROW_FIELDS: readonly string[] = [
  'order.channel',
  'order.shop',
  'item.category',
  'item.category_2',
  'item.category_3',
  'item.product_name',
  'event.channel',
  'event.category',
  'event.category_2',
  'event.category_3',
  'event.topic',
];

/** The days as they were chosen, where they move with the data. */
export const rollingOf = (question: Question): Rolling | null =>
  question.span && isRolling(question.span) ? question.span : null;

/** The same question about other days, in bars that suit them. */
export function duringSpan(question: Question, span: Span, latest: string): Question {
  switch (question.type) {
    case 'trend':
      return { ...question, span, grain: fitting(question.grain, periodOf(span, latest)) };
    case 'groupProfile':
      return question;
    case 'kpi':
    case 'funnel':
    case 'breakdown':
    case 'distribution':
      return { ...question, span };
  }
}

/** The same question about those of its customers who are also these. */
export const among = (question: Question, who: Condition): Question => ({
  ...question,
  who: question.who ? { type: 'all', of: [question.who, who] } : who,
});
