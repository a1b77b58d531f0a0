import type { Label, Where } from '#api';
import { fromAddress, inAddress } from '#condition';
import {
  COMPARED,
  eventStep,
  GRAINS,
  LONGEST_WINDOW,
  METRICS,
  MOST_FIELDS,
  ROW_FIELDS,
  SPREADS,
  USUAL_FIELDS,
  type Kind,
  type Question,
  type Step,
} from './question';
import { spanFromAddress, spanInAddress, type Span } from './span';

const YEAR: Span = { last: 12, unit: 'month' };

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

function oneOf<T extends string>(known: readonly T[], text: string | null, usual: T): T {
  return known.find((one) => one === text) ?? usual;
}

function wholeIn(text: string | null, least: number, most: number, usual: number): number {
  const found = text !== null && /^\d{1,6}$/.test(text) ? Number(text) : usual;
  return found >= least && found <= most ? found : usual;
}
