import type {
  Condition,
  Insight,
  Label,
  Metric,
  Rolling,
  Split,
  Spread,
  TimeGrain,
  Versus,
  Where,
} from '#api';
import { fromAddress, inAddress } from '#condition';
import { fitting, isRolling, periodOf, spanFromAddress, spanInAddress, type Span } from './span';

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

const YEAR: Span = { last: 12, unit: 'month' };

export const eventStep = (event: string, label: Label | null = null): Step => ({
  event,
  where: { type: 'compare', field: 'event.name', op: 'EQ', value: event },
  label,
});

// Address -------------------------------------------------------------------------------------------

/** The question of an address; what it leaves out is what most people ask first. */
export function questionFrom(kind: Kind, search: URLSearchParams): Question {
  const span = spanFromAddress(search.get('period'));
  const who = fromAddress(search.get('who'));
  switch (kind) {
    case 'trend':
      return {
        type: 'trend',
        metric: oneOf(METRICS, search.get('metric'), 'revenue'),
        grain: oneOf(GRAINS, search.get('grain'), 'month'),
        span: span ?? YEAR,
        versus: oneOf(COMPARED, search.get('versus'), 'precedingBucket'),
        who,
        as: oneOf(['bar', 'line'], search.get('as'), 'bar'),
        split: splitFrom(search.get('split')),
      };
    case 'kpi':
      return {
        type: 'kpi',
        metric: oneOf(METRICS, search.get('metric'), 'revenue'),
        span: span ?? { last: 1, unit: 'month' },
        who,
      };
    case 'distribution':
      return {
        type: 'distribution',
        of: oneOf(SPREADS, search.get('of'), 'spent'),
        span,
        who,
      };
    case 'groupProfile': {
      const by = search.getAll('by').flatMap((text) => dividerFrom(text) ?? []);
      return {
        type: 'groupProfile',
        who,
        by: by.length > 0 ? [...new Set(by)].slice(0, MOST_FIELDS) : [...USUAL_FIELDS],
        sort: oneOf(['weight', 'tgi'], search.get('sort'), 'weight'),
        span: null,
      };
    }
    case 'funnel': {
      const steps = search.getAll('step').flatMap((text) => stepFrom(text) ?? []);
      return {
        type: 'funnel',
        steps: steps.length > 0 ? steps : [eventStep('paid'), eventStep('paid')],
        windowDays: wholeIn(search.get('window'), 1, LONGEST_WINDOW, 90),
        strict: search.get('strict') === 'true',
        span: span ?? YEAR,
        who,
        split: splitFrom(search.get('split')),
      };
    }
    case 'breakdown':
      return {
        type: 'breakdown',
        by: dividerFrom(search.get('by')) ?? 'tag/rfm',
        measure: oneOf(['customers', 'revenue'], search.get('measure'), 'revenue'),
        span,
        who,
        as: oneOf(['bar', 'map'], search.get('as'), 'bar'),
      };
  }
}

/** The part of an address that brings the question back; the usual choices are left out. */
export function searchOf(question: Question): URLSearchParams {
  const search = new URLSearchParams();
  const put = (name: string, value: string, usual: string) => {
    if (value !== usual) search.set(name, value);
  };
  switch (question.type) {
    case 'trend':
      put('metric', question.metric, 'revenue');
      put('grain', question.grain, 'month');
      put('versus', question.versus, 'precedingBucket');
      put('as', question.as, 'bar');
      put('split', question.split ?? '', '');
      break;
    case 'kpi':
      put('metric', question.metric, 'revenue');
      break;
    case 'distribution':
      put('of', question.of, 'spent');
      break;
    case 'groupProfile':
      if (question.by.join() !== USUAL_FIELDS.join())
        question.by.forEach((by) => search.append('by', by));
      put('sort', question.sort, 'weight');
      break;
    case 'funnel':
      question.steps.forEach((step) => search.append('step', stepInAddress(step)));
      put('window', String(question.windowDays), '90');
      put('strict', String(question.strict), 'false');
      put('split', question.split ?? '', '');
      break;
    case 'breakdown':
      put('by', question.by, 'tag/rfm');
      put('measure', question.measure, 'revenue');
      put('as', question.as, 'bar');
      break;
  }
  if (question.span) put('period', spanInAddress(question.span), USUAL_SPAN[question.type]);
  if (question.who) search.set('who', inAddress(question.who));
  return search;
}

/** The days that an address leaves out. */
const USUAL_SPAN: Record<Kind, string> = {
  trend: '12month',
  kpi: '1month',
  funnel: '12month',
  breakdown: '',
  distribution: '',
  groupProfile: '',
};

/** The page of a question. */
export function addressOf(question: Question): string {
  const search = searchOf(question).toString();
  return `/insights/${question.type}${search === '' ? '' : `?${search}`}`;
}

function stepInAddress({ event, where, label }: Step): string {
  if (event !== null && label === null) return event;
  return JSON.stringify(event === null ? { label, where } : { label, event });
}

function stepFrom(text: string): Step | null {
  if (!text.startsWith('{')) return text === '' ? null : eventStep(text);
  try {
    const { label, event, where } = JSON.parse(text) as Record<string, unknown>;
    const named = isLabel(label) ? label : null;
    if (typeof event === 'string') return eventStep(event, named);
    // What the filter says is checked by the server.
    return typeof where === 'object' && where !== null && 'type' in where
      ? { event: null, where: where as Where, label: named }
      : null;
  } catch {
    return null;
  }
}

const isLabel = (found: unknown): found is Label =>
  typeof found === 'object' &&
  found !== null &&
  'zh' in found &&
  'en' in found &&
  typeof found.zh === 'string' &&
  typeof found.en === 'string';

const dividerFrom = (text: string | null): string | null =>
  text !== null && /^([a-z][a-z0-9]*\/|customer\.)[a-z][a-z0-9_]*$/.test(text) ? text : null;

/** The same, and what stands in an order, its goods, or an event. */
const splitFrom = (text: string | null): string | null =>
  dividerFrom(text) ?? ROW_FIELDS.find((field) => field === text) ?? null;

export const ROW_FIELDS: readonly string[] = [
  'order.channel',
  'order.shop',
  'item.category',
  'item.category_2',
  'item.category_3',
  'item.product_name',
  'event.channel',
  'event.category',
  'event.topic',
];

const splitOf = (by: string): Split => (by.includes('/') ? { trait: by } : { field: by });
const textOf = (split: Split | null | undefined): string | null =>
  split?.trait ?? split?.field ?? null;

function oneOf<T extends string>(known: readonly T[], text: string | null, usual: T): T {
  return known.find((one) => one === text) ?? usual;
}

function wholeIn(text: string | null, least: number, most: number, usual: number): number {
  const found = text !== null && /^\d{1,6}$/.test(text) ? Number(text) : usual;
  return found >= least && found <= most ? found : usual;
}

// Server --------------------------------------------------------------------------------------------

/** What the server is asked. `latest`: the latest day that has begun; `called`: names of steps. */
export function insightOf(question: Question, latest: string, called: Label[] = []): Insight {
  switch (question.type) {
    case 'trend':
      return {
        type: 'trend',
        metric: question.metric,
        grain: question.grain,
        period: periodOf(question.span, latest),
        ...(question.versus === 'none' ? {} : { versus: { type: question.versus } }),
        ...(question.who ? { who: question.who } : {}),
        ...(question.split ? { split: splitOf(question.split) } : {}),
      };
    case 'kpi':
      return {
        type: 'kpi',
        metric: question.metric,
        period: periodOf(question.span, latest),
        ...(question.who ? { who: question.who } : {}),
      };
    case 'distribution':
      return {
        type: 'distribution',
        of: question.of,
        ...(question.span ? { period: periodOf(question.span, latest) } : {}),
        ...(question.who ? { who: question.who } : {}),
      };
    case 'groupProfile':
      return {
        type: 'groupProfile',
        who: question.who ?? { type: 'all', of: [] },
        by: question.by.map(splitOf),
      };
    case 'funnel':
      return {
        type: 'funnel',
        steps: question.steps.map(({ where, label }, i) => ({
          label: label ?? called[i] ?? { zh: `${i + 1}`, en: `${i + 1}` },
          where,
        })),
        windowDays: question.windowDays,
        period: periodOf(question.span, latest),
        ...(question.strict ? { strict: true } : {}),
        ...(question.who ? { who: question.who } : {}),
        ...(question.split ? { split: splitOf(question.split) } : {}),
      };
    case 'breakdown':
      return {
        type: 'breakdown',
        ...(question.by.includes('/') ? { trait: question.by } : { field: question.by }),
        ...(question.span ? { period: periodOf(question.span, latest) } : {}),
        ...(question.who ? { who: question.who } : {}),
      };
  }
}

/** How a tile of a board draws the answer. */
export function chartOf(question: Question): string {
  switch (question.type) {
    case 'trend':
      return question.as;
    case 'kpi':
      return 'number';
    case 'funnel':
      return 'funnel';
    case 'breakdown':
      return question.as === 'map' && question.by === PROVINCE
        ? question.measure === 'revenue'
          ? 'mapRevenue'
          : 'mapCustomers'
        : question.measure;
    case 'distribution':
      return 'distribution';
    case 'groupProfile':
      return question.sort;
  }
}

/** The question of a tile, so that it can be opened where it can be changed. */
export function questionOf(insight: Insight, chart: string, rolling?: Rolling | null): Question {
  switch (insight.type) {
    case 'trend':
      return {
        type: 'trend',
        metric: insight.metric,
        grain: insight.grain,
        span: rolling ?? insight.period,
        versus: comparedBy(insight.versus),
        who: insight.who ?? null,
        as: chart === 'line' ? 'line' : 'bar',
        split: textOf(insight.split),
      };
    case 'kpi':
      return {
        type: 'kpi',
        metric: insight.metric,
        span: rolling ?? insight.period,
        who: insight.who ?? null,
      };
    case 'distribution':
      return {
        type: 'distribution',
        of: insight.of,
        span: rolling ?? insight.period ?? null,
        who: insight.who ?? null,
      };
    case 'groupProfile':
      return {
        type: 'groupProfile',
        who: isEverybody(insight.who) ? null : insight.who,
        by: insight.by.flatMap((split) => textOf(split) ?? []),
        sort: chart === 'tgi' ? 'tgi' : 'weight',
        span: null,
      };
    case 'funnel':
      return {
        type: 'funnel',
        steps: insight.steps.map(({ label, where }) => ({
          event: eventOf(where),
          where,
          label: typeof label === 'string' ? { zh: label, en: label } : label,
        })),
        windowDays: insight.windowDays,
        strict: insight.strict ?? false,
        span: rolling ?? insight.period,
        who: insight.who ?? null,
        split: textOf(insight.split),
      };
    case 'breakdown':
      return {
        type: 'breakdown',
        by: insight.trait ?? insight.field ?? 'tag/rfm',
        measure: chart === 'customers' || chart === 'mapCustomers' ? 'customers' : 'revenue',
        span: rolling ?? insight.period ?? null,
        who: insight.who ?? null,
        as: chart.startsWith('map') ? 'map' : 'bar',
      };
  }
}

const isEverybody = (who: Condition): boolean => who.type === 'all' && who.of.length === 0;

/** A comparison with days that somebody picked has no place on these screens yet. */
const comparedBy = (versus: Versus | null | undefined): Compared =>
  !versus || versus.type === 'chosen' ? 'none' : versus.type;

const eventOf = (where: Where): string | null =>
  where.type === 'compare' &&
  where.field === 'event.name' &&
  where.op === 'EQ' &&
  typeof where.value === 'string'
    ? where.value
    : null;

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
