import type { FieldScore, QualityPoint, QualityShares } from '#api';

/** In the order in which they are shown; a field has all but the last. */
export const DIMENSIONS = [
  'completeness',
  'validity',
  'uniqueness',
  'consistency',
  'timeliness',
] as const satisfies readonly (keyof QualityShares)[];

export type Dimension = (typeof DIMENSIONS)[number];

/** What is the matter with a field as its files gave it: which sentence, and its number. */
export interface Trouble {
  what: 'empty' | 'refused' | 'repeated' | 'broken';
  n: number;
}

/** The most first; nothing when all is well. */
export function troubles({ counts }: Pick<FieldScore, 'counts'>): Trouble[] {
  const all: Trouble[] = [
    { what: 'empty', n: counts.rows - counts.given },
    { what: 'refused', n: counts.refused },
    { what: 'repeated', n: counts.repeated },
    { what: 'broken', n: counts.broken },
  ];
  return all.filter(({ n }) => n > 0).sort((a, b) => b.n - a.n);
}

/** How the quality page calls the list that the most frequent reason stands in. */
const LISTS = {
  quarantine: 'rows',
  warn: 'values',
  capped: 'capped',
  remind: 'reminders',
} as const;

/** Where the rows of a field are listed; nowhere when none was refused and no rule is broken. */
export function listOf(
  feed: { source: string; feed: string },
  { field, reasons }: Pick<FieldScore, 'field' | 'reasons'>,
): string | undefined {
  const [most] = reasons;
  if (!most) return undefined;
  const search = new URLSearchParams({
    source: feed.source,
    feed: feed.feed,
    field,
    what: LISTS[most.severity],
  });
  return `/quality?${search.toString()}#quarantine`;
}

/** Points out of a hundred; what is nearly all is not all. */
export function points(share: number): number {
  const rounded = Math.round(share * 100);
  return rounded === 100 && share < 1 ? 99 : rounded;
}

/** The same to one decimal, in which changes show. */
export function exactly(share: number): string {
  return (Math.floor(share * 1000 + 1e-6) / 10).toFixed(1);
}

/** What the last record changed; nothing where it can't be seen. */
export function moved(trend: QualityPoint[]): { before: number; now: number } | undefined {
  const [before, now] = trend.slice(-2).map(({ score }) => score);
  if (before === undefined || now === undefined || exactly(before) === exactly(now))
    return undefined;
  return { before, now };
}
