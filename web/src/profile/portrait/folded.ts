import type { TimelineEntry } from '#api';

/** One thing that happened, in its steps: ordered, then paid; sent, then delivered. */
export interface Episode {
  /** Newest first, as they came. */
  steps: [TimelineEntry, ...TimelineEntry[]];
}

/** Neighbours that speak of the same order or message are one line. */
export function folded(entries: readonly TimelineEntry[]): Episode[] {
  const episodes: Episode[] = [];
  for (const entry of entries) {
    const last = episodes.at(-1)?.steps[0];
    const same = last && entry.ref && last.ref === entry.ref && last.source === entry.source;
    if (same) episodes.at(-1)?.steps.push(entry);
    else episodes.push({ steps: [entry] });
  }
  return episodes;
}
