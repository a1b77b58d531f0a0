import { eventStep, type Kind, type Question } from './question';
import type { Voice } from './words';

/** What shops ask first, a click away; nothing that this company's vocabulary cannot say. */
export function readyFor(kind: Kind, { lexicon }: Voice): Question[] {
  switch (kind) {
    case 'trend': {
      const trend = { type: 'trend', who: null, as: 'bar' } as const;
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
        { ...trend, metric: 'refunds', grain: 'month', span: year, versus: 'none' },
      ];
    }
    case 'funnel': {
      const funnel = {
        type: 'funnel',
        strict: false,
        span: { last: 12, unit: 'month' },
        who: null,
      } as const;
      const known = new Set(
        lexicon
          .behaviour('event')
          ?.fields.find((one) => one.key === 'event.name')
          ?.codes.map((code) => code.value),
      );
      const ways: [number, ...string[]][] = [
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
      const breakdown = { type: 'breakdown', span: null } as const;
      const ways: [string, 'customers' | 'revenue'][] = [
        ['tag/rfm', 'revenue'],
        ['tag/rfm', 'customers'],
        ['customer.city', 'revenue'],
        ['customer.level', 'customers'],
      ];
      return ways
        .filter(([by]) => lexicon.trait(by) ?? lexicon.field(by))
        .map(([by, measure]) => ({ ...breakdown, by, measure }));
    }
  }
}
