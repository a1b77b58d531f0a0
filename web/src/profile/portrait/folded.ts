import type { TimelineEntry } from '#api';

/** One thing that happened, in its steps: ordered, then paid; sent, then delivered; one visit. */
export interface Episode {
  /** Newest first, as they came. */
  steps: [TimelineEntry, ...TimelineEntry[]];
}

/** Looks that lie no further apart than this belong to one visit, in milliseconds. */
const PAUSE = 30 * 60_000;

/** Neighbours that speak of the same order or message, or of one visit to a page, are one line. */
export function folded(entries: readonly TimelineEntry[]): Episode[] {
  const episodes: Episode[] = [];
  for (const entry of entries) {
    const steps = episodes.at(-1)?.steps;
    if (steps && (speaksOfSame(steps[0], entry) || isOneVisit(steps, entry))) steps.push(entry);
    else episodes.push({ steps: [entry] });
  }
  return episodes;
}

const speaksOfSame = (last: TimelineEntry, entry: TimelineEntry): boolean =>
  entry.ref !== '' && last.ref === entry.ref && last.source === entry.source;

function isOneVisit(steps: Episode['steps'], entry: TimelineEntry): boolean {
  const newer = steps.at(-1) ?? steps[0];
  return (
    entry.kind === 'browsed' &&
    newer.kind === 'browsed' &&
    newer.source === entry.source &&
    Date.parse(newer.happenedAt) - Date.parse(entry.happenedAt) <= PAUSE
  );
}

/** One kind of thing within a visit: looked 12 times, at these goods, the latest first. */
export interface Sum {
  name: string;
  label: TimelineEntry['label'];
  count: number;
  about: string[];
}

/** What a visit came to, in the order in which things were first done. */
export function summed(steps: Episode['steps']): Sum[] {
  const sums = new Map<string, Sum>();
  for (const step of steps.toReversed()) {
    const sum = sums.get(step.name) ?? { name: step.name, label: step.label, count: 0, about: [] };
    const about = aboutOf(step);
    sum.count += 1;
    if (about !== null && !sum.about.includes(about)) sum.about.unshift(about);
    sums.set(step.name, sum);
  }
  return [...sums.values()];
}

/** What an event was about, in a word: the goods, else what was searched or complained of. */
export function aboutOf({ about }: TimelineEntry): string | null {
  const word = (name: string) => {
    const value = about[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const goods = word('product_name') ?? word('product_code');
  const category = word('category');
  if (goods !== null) return category === null ? goods : `${category} · ${goods}`;
  return word('keyword') ?? category ?? word('topic') ?? word('page');
}
