import type { PreferenceRule, Where } from '#api';
import { drawnWindow, writtenWindow, type WindowDraft } from '#condition';

/** A preference while it is being set. */
export interface PreferenceDraft {
  /** `item.category`, `order.channel`, `event.hour`. */
  field: string | null;
  /** Of events, which count: `viewed`; of orders and items, sales count. */
  events: string[];
  window: WindowDraft;
  leastRows: number | null;
  leastPercent: number | null;
  /** As many values at most, 1 to 5. */
  most: number | null;
}

export const BEGUN: PreferenceDraft = {
  field: 'item.category',
  events: ['viewed'],
  window: { type: 'lastDays', days: 365 },
  leastRows: 2,
  leastPercent: 40,
  most: 1,
};

export const MOST_VALUES = 5;

export const entityOf = (field: string): string => field.split('.')[0] ?? '';

/** The rule of a draft, once nothing is missing. */
export function ruleOf(draft: PreferenceDraft): PreferenceRule | null {
  const { field, events, leastRows, leastPercent, most } = draft;
  const window = writtenWindow(draft.window);
  if (field === null || window === null || leastRows === null || leastPercent === null) return null;
  if (most === null) return null;
  const entity = entityOf(field);
  if (entity === 'event' && events.length === 0) return null;
  return {
    type: 'preference',
    measure: { entity, rows: rowsOf(entity, events), aggregate: 'TOP_VALUE', of: field, window },
    leastRows,
    leastPercent,
    ...(most > 1 ? { most } : {}),
  };
}

function rowsOf(entity: string, events: string[]): Where {
  if (entity !== 'event')
    return { type: 'compare', field: `${entity}.kind`, op: 'EQ', value: 'sale' };
  const [only, more] = events;
  return only !== undefined && more === undefined
    ? { type: 'compare', field: 'event.name', op: 'EQ', value: only }
    : { type: 'in', field: 'event.name', values: events };
}

/** The draft of a rule; nothing for one that was made with other filters than these. */
export function draftOf(rule: PreferenceRule): PreferenceDraft | null {
  const { measure, leastRows, leastPercent, most } = rule;
  const field = measure.of;
  if (field == null) return null;
  const entity = entityOf(field);
  const events = entity === 'event' ? eventsOf(measure.rows) : [];
  if (events === null) return null;
  const draft: PreferenceDraft = {
    field,
    events,
    window: drawnWindow(measure.window),
    leastRows,
    leastPercent,
    most: most ?? 1,
  };
  return JSON.stringify(ruleOf(draft)?.measure.rows) === JSON.stringify(measure.rows)
    ? draft
    : null;
}

function eventsOf(rows: Where): string[] | null {
  if (rows.type === 'compare' && rows.field === 'event.name' && typeof rows.value === 'string')
    return [rows.value];
  if (rows.type === 'in' && rows.field === 'event.name')
    return rows.values.filter((value): value is string => typeof value === 'string');
  return null;
}
