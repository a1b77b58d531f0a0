import type { Growth } from '#api';

/** A row of the picture: a record, or several that an account or a card ties, or a change. */
export type GrownRow =
  | { kind: 'record'; places: number[]; at: string | undefined }
  | { kind: 'event'; event: Growth['events'][number]; at: string }
  | { kind: 'said'; said: Growth['said'][number]; at: string };

/** Between two rows, the upper one first. */
export interface GrownLink {
  from: number;
  to: number;
  link: Growth['links'][number];
}

/**
 * Records and changes in the order of their time, records without one after those that have one,
 * and the links between their rows. `folded`: what an account or a card ties stands in one row.
 */
export function grown(growth: Growth, folded: boolean): { rows: GrownRow[]; links: GrownLink[] } {
  const core = growth.records.map((_, place) => place);
  const coreOf = (place: number): number => {
    let at = place;
    while ((core[at] ?? at) !== at) at = core[at] ?? at;
    return at;
  };
  if (folded) {
    for (const link of growth.links) {
      if (link.hold !== 'TIED') continue;
      const [one, other] = [coreOf(link.one), coreOf(link.other)];
      core[Math.max(one, other)] = Math.min(one, other);
    }
  }
  const places = new Map<number, number[]>();
  growth.records.forEach((_, place) => {
    const first = coreOf(place);
    places.set(first, [...(places.get(first) ?? []), place]);
  });
  const rows: GrownRow[] = [
    ...[...places.values()].map((some) => ({
      kind: 'record' as const,
      places: some,
      at: growth.records[some[0] ?? 0]?.seen,
    })),
    ...growth.events.map((event) => ({ kind: 'event' as const, event, at: event.happenedAt })),
    ...growth.said.map((said) => ({ kind: 'said' as const, said, at: said.changedAt })),
  ];
  // Equal times stay in the order in which they came: records, then what changed.
  rows.sort((a, b) => (a.at ?? '9').localeCompare(b.at ?? '9'));
  const rowOf = new Map<number, number>();
  rows.forEach((row, i) => {
    if (row.kind === 'record') row.places.forEach((place) => rowOf.set(place, i));
  });
  const links = growth.links.flatMap((link) => {
    const [one, other] = [rowOf.get(link.one) ?? 0, rowOf.get(link.other) ?? 0];
    return one === other ? [] : [{ from: Math.min(one, other), to: Math.max(one, other), link }];
  });
  return { rows, links };
}
