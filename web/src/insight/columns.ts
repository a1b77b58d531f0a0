import type { Cell } from '#api';
import { toNumber, type Format } from '#style';
import type { Question } from './question';
import { dividerName, metricName, valueName, type Voice } from './words';

/** Of which columns every figure opens into customers. */
export function opensOf(question: Question): readonly string[] {
  switch (question.type) {
    case 'trend':
      return ['value', 'previous'];
    case 'kpi':
      return ['value', 'previous', 'yearAgo'];
    case 'distribution':
      return ['count', 'customers'];
    case 'groupProfile':
      return ['customers', 'population'];
    case 'funnel':
      return ['customers', 'open'];
    case 'breakdown':
      return ['customers', 'revenue'];
  }
}

/** What the column of an answer is called on the screen. */
export function columnTitle(question: Question, column: string, voice: Voice): string {
  const { t } = voice;
  switch (question.type) {
    case 'trend':
      if (column === 'bucket') return t(`column.bucket.${question.grain}`);
      if (column === 'value') return metricName(question.metric, voice);
      if (column === 'previous') return previousName(question, voice);
      if (column === 'change') return changeName(question, voice);
      if (column === 'part' && question.split) return dividerName(question.split, voice);
      break;
    case 'kpi':
      if (column === 'bucket') return t('column.since');
      if (column === 'value') return metricName(question.metric, voice);
      if (column === 'previous') return t('previous.preceding');
      if (column === 'change') return t('change.period');
      break;
    case 'distribution':
      if (column === 'count') return t(`spread.counted.${question.of}`);
      break;
    case 'groupProfile':
      if (column === 'value') return t('column.fieldValue');
      if (column === 'customers') return t('column.inGroup');
      if (column === 'share') return t('column.shareInGroup');
      break;
    case 'funnel':
      if (column === 'part' && question.split) return dividerName(question.split, voice);
      if (column === 'open') return t('column.windowOpen');
      break;
    case 'breakdown':
      if (column === 'value') return dividerName(question.by, voice);
      break;
  }
  return t(`column.${column}`);
}

/** 去年同期, the month before: short enough to stand beside a line. */
export const previousName = (question: { versus: string; grain: string }, { t }: Voice): string =>
  question.versus === 'precedingBucket'
    ? t(`previous.${question.grain}`)
    : t(`previous.${question.versus}`);

export const changeName = (question: { versus: string }, { t }: Voice): string =>
  t(question.versus === 'lastYear' ? 'change.year' : 'change.period');

/** How a cell of an answer is written, where its type does not say enough. */
export function writeCell(
  question: Question,
  column: string,
  value: Cell,
  voice: Voice,
  format: Format,
): string | undefined {
  switch (question.type) {
    case 'trend':
      if (column === 'bucket') return bucketName(question.grain, String(value), format);
      if (column === 'change') return arrowed(value, unitOf(question.metric, voice), format);
      if (column === 'part') return partName(question.split, value, voice);
      if (column === 'open') return voice.t(value === true ? 'bucket.runs' : 'bucket.over');
      if (column === 'value' || column === 'previous' || column === 'anonymous')
        return typeof value === 'boolean'
          ? undefined
          : measured(question.metric, toNumber(value), voice, format);
      break;
    case 'kpi':
      if (column === 'bucket') return format.day(String(value));
      if (column === 'change' || column === 'yearChange')
        return arrowed(value, unitOf(question.metric, voice), format);
      if (column === 'open') return voice.t(value === true ? 'bucket.runs' : 'bucket.over');
      if (['value', 'previous', 'yearAgo', 'anonymous'].includes(column))
        return typeof value === 'boolean'
          ? undefined
          : measured(question.metric, toNumber(value), voice, format);
      break;
    case 'distribution':
      if (column === 'share') return typeof value === 'boolean' ? undefined : format.percent(value);
      if (column === 'since' || column === 'until')
        return value === null ? '—' : bound(question.of, Number(value), format);
      break;
    case 'groupProfile':
      if (column === 'field') return dividerName(question.by[Number(value)] ?? '', voice);
      if (column === 'share' || column === 'populationShare')
        return typeof value === 'boolean' ? undefined : format.percent(value);
      if (column === 'tgi' || column === 'weight')
        return value === null ? '—' : format.full(Math.round(Number(value)));
      if (column === 'significance')
        return value === null ? '—' : voice.t(`significance.${String(value)}`);
      if (column === 'value') return value === null ? voice.t('noValue') : undefined;
      break;
    case 'funnel':
      if (column === 'part') return partName(question.split, value, voice);
      if (column === 'fromPrevious' || column === 'fromFirst')
        return typeof value === 'boolean' ? undefined : format.percent(value);
      if (column === 'medianHours' && value !== null) return hours(Number(value), voice, format);
      break;
    case 'breakdown':
      if (column === 'value')
        return value === null ? voice.t('noValue') : valueName(question.by, value, voice);
      if (column === 'revenue')
        return typeof value === 'boolean' ? undefined : format.moneyFull(value);
      break;
  }
  return undefined;
}

type Amount = string | number | null;

/** How a metric is written, as the library of metrics says. */
export function unitOf(
  metric: string,
  { metrics }: Voice,
): 'money' | 'count' | 'share' | 'average' {
  const unit = metrics.find((one) => one.id === metric)?.unit ?? 'COUNT';
  return ({ MONEY: 'money', COUNT: 'count', SHARE: 'share', AVERAGE: 'average' } as const)[unit];
}

/** Ratios do not add up: their parts cannot stand on one another. */
export const addsUp = (metric: string): boolean =>
  !['identifiedShare', 'orderValue', 'itemsPerOrder', 'spendPerBuyer', 'repurchaseRate'].includes(
    metric,
  );

export function measured(metric: string, value: Amount, voice: Voice, format: Format): string {
  const unit = unitOf(metric, voice);
  if (unit === 'money') return format.moneyFull(value);
  if (unit === 'share') return format.percent(value);
  return format.full(
    unit === 'average' && value !== null ? Math.round(Number(value) * 100) / 100 : value,
  );
}

/** The name of a part; those without a value are called so. */
export const partName = (by: string | null, value: Cell, voice: Voice): string =>
  value === null || by === null ? voice.t('noValue') : valueName(by, value, voice);

/** ¥1,200, or 3. */
export const bound = (of: string, value: number, format: Format): string =>
  of === 'spent' || of === 'orderValue' ? format.money(value) : format.full(value);

/** 2026年5月, 2026年5月4日 起的一周 shortened to its first day, 2026年5月4日. */
export const bucketName = (grain: string, day: string, format: Format): string =>
  grain === 'month' ? format.month(day) : format.day(day);

export function arrowed(value: Cell, unit: string, format: Format): string {
  const share = value === null || value === '' || typeof value === 'boolean' ? null : Number(value);
  const text = unit === 'share' ? format.points(share) : format.change(share);
  // What rounds to nothing has no direction.
  return share === null || !/[1-9]/.test(text) ? text : `${share > 0 ? '↑' : '↓'} ${text}`;
}

/** The unit a person would use: 30 小时, 12.5 天. */
function hours(value: number, { t }: Voice, format: Format): string {
  return value < 48
    ? t('hours', { n: format.full(Math.round(value * 10) / 10) })
    : t('days', { n: format.full(Math.round(value / 2.4) / 10) });
}

/** 城市 · 上海 */
export function likenessName(by: string, value: Cell, voice: Voice): string {
  return voice.t('behind.title', {
    where: dividerName(by, voice),
    what: partName(by, value, voice),
  });
}

/** Of counts a bar holds whole numbers, of money a range. */
export const isWhole = (of: string): boolean => of !== 'spent' && of !== 'orderValue';
