import type { Fall } from '#api';

/** What fell in one feed at its runs, the newest first, and up to which run. */
export interface Fallen {
  source: string;
  feed: string;
  number: number;
  mine: boolean;
  falls: Fall[];
}

/** By feed, in the order in which they come. */
export function byFeed(falls: readonly Fall[]): Fallen[] {
  const feeds = new Map<string, Fallen>();
  for (const fall of falls) {
    const { source, feed, number, mine } = fall;
    const key = `${source}/${feed}`;
    const known = feeds.get(key) ?? { source, feed, number, mine: false, falls: [] };
    feeds.set(key, {
      ...known,
      number: Math.max(known.number, number),
      mine: known.mine || mine,
      falls: [...known.falls, fall],
    });
  }
  return [...feeds.values()];
}
