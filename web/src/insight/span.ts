import dayjs from 'dayjs';
import type { Day, Period, Rolling, TimeGrain } from '#api';

/** Which days a question is about: the latest so many, or from one day to another. */
export type Span = Rolling | Period;

export const isRolling = (span: Span): span is Rolling => 'last' in span;

const DAY = 'YYYY-MM-DD';

/**
 * The days that are meant now. As the server's own reckoning: the unit that runs is included, so
 * the last 12 months on 15 March 2026 are 2025-04-01 … 2026-04-01.
 */
export function periodOf(span: Span, latest: Day): Period {
  if (!isRolling(span)) return span;
  const running = startOf(span.unit, latest);
  return {
    from: running.subtract(span.last - 1, span.unit).format(DAY),
    until: running.add(1, span.unit).format(DAY),
  };
}

/** Weeks begin on Monday. */
function startOf(unit: TimeGrain, day: Day): dayjs.Dayjs {
  const at = dayjs(day);
  if (unit === 'month') return at.startOf('month');
  return unit === 'week' ? at.subtract((at.day() + 6) % 7, 'day') : at;
}

/** `12month`, or `2026-01-01..2026-03-31`, the last day included as people say it. */
export const spanInAddress = (span: Span): string =>
  isRolling(span) ? `${span.last}${span.unit}` : `${span.from}..${shift(span.until, -1)}`;

export function spanFromAddress(text: string | null): Span | null {
  const rolling = /^([1-9]\d{0,3})(day|week|month)$/.exec(text ?? '');
  if (rolling?.[1]) return { last: Number(rolling[1]), unit: rolling[2] as TimeGrain };
  const days = /^(\d{4}-\d\d-\d\d)\.\.(\d{4}-\d\d-\d\d)$/.exec(text ?? '');
  const [from, last] = [days?.[1], days?.[2]];
  if (!from || !last || !isDay(from) || !isDay(last) || last < from) return null;
  return { from, until: shift(last, 1) };
}

const isDay = (text: string): boolean => dayjs(text).format(DAY) === text;

export const shift = (day: Day, days: number): Day => dayjs(day).add(days, 'day').format(DAY);

export const daysOf = ({ from, until }: Period): number => dayjs(until).diff(from, 'day');

/**
 * Whether the days before these, as many of them, are also those of a year before: then 环比 and 同比
 * are one comparison. So it is with the last 12 months, and with 365 days unless one of them is a
 * 29 February.
 */
export const isYear = ({ from, until }: Period): boolean =>
  shift(from, -daysOf({ from, until })) === dayjs(from).subtract(1, 'year').format(DAY) &&
  dayjs(until).subtract(1, 'year').format(DAY) === from;

const LENGTH: Record<TimeGrain, number> = { day: 1, week: 7, month: 30 };

/**
 * The length of bars that suits other days than those a question was made for: the same while that
 * gives at least three bars, else the longest that does.
 */
export function fitting(grain: TimeGrain, period: Period): TimeGrain {
  const finer: TimeGrain[] =
    grain === 'month' ? ['month', 'week'] : grain === 'week' ? ['week'] : [];
  return finer.find((unit) => daysOf(period) >= 3 * LENGTH[unit] - 2) ?? 'day';
}
