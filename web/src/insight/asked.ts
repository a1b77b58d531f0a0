import type { Condition, Insight, Label, Rolling, Split, Versus, Where } from '#api';
import { PROVINCE, type Compared, type Question } from './question';
import { periodOf } from './span';

const splitOf = (by: string): Split => (by.includes('/') ? { trait: by } : { field: by });
const textOf = (split: Split | null | undefined): string | null =>
  split?.trait ?? split?.field ?? null;

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
