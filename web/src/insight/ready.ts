import { eventStep, PROVINCE, SPREADS, USUAL_FIELDS, type Kind, type Question } from './question';
import type { Voice } from './words';

/**
 * What shops ask first, a click away; nothing that this company's vocabulary cannot say, or that
 * says nothing to whoever sees some customers only.
 */
export function readyFor(kind: Kind, voice: Voice): Question[] {
  const idle = new Set(voice.metrics.filter((one) => !one.applies).map((one) => one.id));
  return shopsAsk(kind, voice).filter((one) => !('metric' in one) || !idle.has(one.metric));
}

function shopsAsk(kind: Kind, { lexicon }: Voice): Question[] {
  switch (kind) {
    case 'trend': {
      const trend = { type: 'trend', who: null, as: 'bar', split: null } as const;
      const year = { last: 12, unit: 'month' } as const;
      return [
        {
          ...trend,
          metric: 'revenue',
          grain: 'month',
          span: year,
          versus: 'precedingBucket',
        },
        { ...trend, metric: 'buyers', grain: 'month', span: year, versus: 'lastYear' },
        {
          ...trend,
          metric: 'orders',
          grain: 'week',
          span: { last: 12, unit: 'week' },
          versus: 'precedingBucket',
        },
        {
          ...trend,
          metric: 'revenue',
          grain: 'month',
          span: year,
          versus: 'none',
          split: 'order.channel',
        },
        { ...trend, metric: 'newCustomers', grain: 'month', span: year, versus: 'lastYear' },
        {
          ...trend,
          metric: 'spendPerBuyer',
          grain: 'month',
          span: year,
          versus: 'precedingBucket',
        },
        {
          ...trend,
          metric: 'identifiedShare',
          grain: 'month',
          span: year,
          versus: 'none',
          as: 'line',
        },
      ];
    }
    case 'kpi': {
      const month = { type: 'kpi', span: { last: 1, unit: 'month' }, who: null } as const;
      return (
        ['revenue', 'buyers', 'newCustomers', 'spendPerBuyer', 'repurchaseRate'] as const
      ).map((metric) => ({ ...month, metric }));
    }
    case 'distribution':
      return SPREADS.map((of) => ({ type: 'distribution', of, span: null, who: null }));
    case 'groupProfile':
      return lexicon.trait('tag/rfm')
        ? (['111', '011', '001'] as const).map((value) => ({
            type: 'groupProfile',
            who: { type: 'holds', trait: 'tag/rfm', op: 'EQ', value },
            by: [...USUAL_FIELDS],
            sort: 'weight',
            span: null,
          }))
        : [];
    case 'funnel': {
      const funnel = {
        type: 'funnel',
        strict: false,
        span: { last: 12, unit: 'month' },
        who: null,
        split: null,
      } as const;
      const known = new Set(
        lexicon
          .behaviour('event')
          ?.fields.find((one) => one.key === 'event.name')
          ?.codes.map((code) => code.value),
      );
      const ways: [number, ...string[]][] = [
        [7, 'viewed', 'carted', 'paid'],
        [90, 'paid', 'paid'],
        [90, 'registered', 'paid', 'paid'],
        [30, 'delivered', 'paid'],
        [30, 'paid', 'refunded'],
      ];
      return ways
        .filter(([, ...events]) => events.every((event) => known.has(event)))
        .map(([windowDays, ...events]) => ({
          ...funnel,
          windowDays,
          steps: events.map((event) => eventStep(event)),
        }));
    }
    case 'breakdown': {
      const breakdown = { type: 'breakdown', span: null, who: null, as: 'bar' } as const;
      const ways: [string, 'customers' | 'revenue'][] = [
        ['tag/rfm', 'revenue'],
        ['tag/rfm', 'customers'],
        ['customer.city', 'revenue'],
        ['customer.level', 'customers'],
      ];
      return ways
        .filter(([by]) => lexicon.trait(by) ?? lexicon.field(by))
        .map(([by, measure]): Question => ({ ...breakdown, by, measure }))
        .concat(
          lexicon.field(PROVINCE)
            ? [{ ...breakdown, by: PROVINCE, measure: 'customers', as: 'map' }]
            : [],
        );
    }
  }
}
