import type { Label, Metric, MetricView } from '#api';
import type { Lexicon } from '#condition';
import type { Locale } from '#style';
import { ROW_FIELDS, type Question, type Step } from './question';

/** What is needed to put a question into words of one language. */
export interface Voice {
  locale: Locale;
  t: (key: string, slots?: Record<string, unknown>) => string;
  lexicon: Pick<Lexicon, 'trait' | 'field' | 'behaviour'>;
  metrics: readonly MetricView[];
}

/** What a question asks, in one line: 每月销售额与环比, Revenue by month, beside the month before. */
export function titleOf(question: Question, voice: Voice): string {
  const { t } = voice;
  switch (question.type) {
    case 'trend': {
      const plain = t(`title.by.${question.grain}`, { metric: metricName(question.metric, voice) });
      if (question.split)
        return t('title.split', { plain, by: dividerName(question.split, voice) });
      return question.versus === 'none'
        ? plain
        : t(`title.versus.${comparison(question.versus, question.grain)}`, { plain });
    }
    case 'kpi':
      return metricName(question.metric, voice);
    case 'distribution':
      return t('title.distribution', { of: t(`spread.${question.of}`) });
    case 'groupProfile':
      return question.who?.type === 'holds' && typeof question.who.value === 'string'
        ? t('title.groupProfileOf', {
            who: valueName(question.who.trait, question.who.value, voice),
          })
        : t('title.groupProfile');
    case 'funnel': {
      const names = stepNames(question.steps, voice);
      const plain = t('title.funnel', {
        first: names[0] ?? '',
        last: names.at(-1) ?? '',
        count: question.windowDays,
      });
      return question.split
        ? t('title.split', { plain, by: dividerName(question.split, voice) })
        : plain;
    }
    case 'breakdown':
      return t(`title.breakdown.${question.measure}`, { by: dividerName(question.by, voice) });
  }
}

/** The comparison bar by bar is called by what stands before: the day, the week, the month. */
export const comparison = (versus: string, grain: string): string =>
  versus === 'precedingBucket' ? `${versus}.${grain}` : versus;

export const metricName = (metric: Metric, voice: Voice): string =>
  spoken(voice.metrics.find((one) => one.id === metric)?.label, voice) || metric;

export const dividerName = (by: string, voice: Voice): string =>
  ROW_FIELDS.includes(by)
    ? voice.t(`rowField.${by.split('.')[1]}`)
    : spoken((voice.lexicon.trait(by) ?? voice.lexicon.field(by))?.label, voice) || by;

/** What a value of a tag or a field is called. */
export function valueName(by: string, value: unknown, voice: Voice): string {
  const known = voice.lexicon.trait(by)?.values ?? voice.lexicon.field(by)?.codes ?? [];
  const label = known.find((one) => String(one.value) === String(value))?.label;
  if (label && label.zh !== 'true' && label.zh !== 'false') return spoken(label, voice);
  if (value === true || value === 'true') return voice.t('yes');
  if (value === false || value === 'false') return voice.t('no');
  return String(value);
}

/** The names of steps; an event that comes again is told from its first time. */
export function stepNames(steps: readonly Step[], voice: Voice): string[] {
  return steps.map(({ event, label }, i) => {
    if (label) return spoken(label, voice);
    const name = eventName(event, voice);
    const before = steps.slice(0, i).filter((one) => one.event === event && !one.label).length;
    if (before === 0) return name;
    return before === 1
      ? voice.t('step.again', { event: name })
      : voice.t('step.nth', { event: name, n: before + 1 });
  });
}

export function eventName(event: string | null, voice: Voice): string {
  if (event === null) return voice.t('step.own');
  const names = voice.lexicon.behaviour('event')?.fields.find((one) => one.key === 'event.name');
  return spoken(names?.codes.find((code) => code.value === event)?.label, voice) || event;
}

export const spoken = (label: Label | undefined, { locale }: Voice): string =>
  label?.[locale] ?? '';
