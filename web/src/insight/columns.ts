import type { Cell } from '#api';
import { toNumber, type Format } from '#style';
import type { Question } from './question';
import { dividerName, metricName, valueName, type Voice } from './words';

/** Of which columns every figure opens into customers. */
export function opensOf(question: Question): readonly string[] {
  switch (question.type) {
    case 'trend':
      return ['value', 'previous'];
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
      break;
    case 'funnel':
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
      if (column === 'change') return arrowed(value, format);
      if (column === 'open') return voice.t(value === true ? 'bucket.runs' : 'bucket.over');
      if (column === 'value' || column === 'previous' || column === 'anonymous')
        return typeof value === 'boolean'
          ? undefined
          : measured(question.metric, toNumber(value), format);
      break;
    case 'funnel':
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

export const isMoney = (metric: string): boolean => metric !== 'orders' && metric !== 'buyers';

export const measured = (metric: string, value: Amount, format: Format): string =>
  isMoney(metric) ? format.moneyFull(value) : format.full(value);

/** 2026年5月, 2026年5月4日 起的一周 shortened to its first day, 2026年5月4日. */
export const bucketName = (grain: string, day: string, format: Format): string =>
  grain === 'month' ? format.month(day) : format.day(day);

export function arrowed(value: Cell, format: Format): string {
  const share = value === null || value === '' || typeof value === 'boolean' ? null : Number(value);
  const text = format.change(share);
  return share === null || share === 0 ? text : `${share > 0 ? '↑' : '↓'} ${text}`;
}

/** The unit a person would use: 30 小时, 12.5 天. */
function hours(value: number, { t }: Voice, format: Format): string {
  return value < 48
    ? t('hours', { n: format.full(Math.round(value * 10) / 10) })
    : t('days', { n: format.full(Math.round(value / 2.4) / 10) });
}
