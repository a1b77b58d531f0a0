import type { Cap, Measure } from '#api';

/** What people rank by, each with the end that comes first. */
export const RANKS: { key: string; by: Measure; lowest: boolean }[] = [
  { key: 'net365', by: amount({ type: 'lastDays', days: 365 }), lowest: false },
  { key: 'netEver', by: amount({ type: 'ever' }), lowest: false },
  {
    key: 'days365',
    by: bought('DISTINCT_DAYS', { type: 'lastDays', days: 365 }),
    lowest: false,
  },
  { key: 'latest', by: bought('DAYS_SINCE_LAST', { type: 'ever' }), lowest: true },
  { key: 'longest', by: bought('DAYS_SINCE_LAST', { type: 'ever' }), lowest: false },
  {
    key: 'deeds30',
    by: {
      entity: 'event',
      rows: { type: 'always' },
      aggregate: 'COUNT',
      window: { type: 'lastDays', days: 30 },
    },
    lowest: false,
  },
];

function amount(window: Measure['window']): Measure {
  return {
    entity: 'order',
    rows: { type: 'always' },
    aggregate: 'SUM',
    of: 'order.amount',
    window,
  };
}

function bought(aggregate: Measure['aggregate'], window: Measure['window']): Measure {
  return {
    entity: 'order',
    rows: { type: 'compare', field: 'order.kind', op: 'EQ', value: 'sale' },
    aggregate,
    window,
  };
}

/** The usual ranking that a cap is of; nothing for one made elsewhere. */
export function rankOf(cap: Cap & { type: 'ranked' }): string | undefined {
  const same = (a: Measure, b: Measure) => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
  return RANKS.find((one) => one.lowest === cap.lowest && same(one.by, cap.by))?.key;
}

/** Keys in one order, as equal things may be written in another. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([key, one]) => [key, sorted(one)]),
  );
}

/** A draw that was never made before. */
export const freshSalt = (): string =>
  [...crypto.getRandomValues(new Uint8Array(6))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');

/** The cap of an address; nothing when there is none or it was cut off. */
export function capIn(text: string | null): Cap | undefined {
  if (!text) return undefined;
  try {
    const found = JSON.parse(text) as Partial<Cap> | null;
    if (typeof found?.most !== 'number') return undefined;
    if (found.type === 'drawn' && typeof found.salt === 'string') return found as Cap;
    return found.type === 'ranked' && typeof found.by === 'object' ? (found as Cap) : undefined;
  } catch {
    return undefined;
  }
}
