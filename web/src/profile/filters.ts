import type { Condition, CustomerSearch, Value } from '#api';
import { fromAddress } from '#condition';
import type { Sorting } from '#shell';

/** What the list is narrowed to; it lives in the address. */
export interface Filters {
  text: string;
  segment: string;
  /** A tag and its value, as in `tag/rfm=111`. */
  tag: string;
  city: string;
  /** Without those whose card several people seem to use. */
  withoutCards: boolean;
  /** Any condition, brought here by a link. */
  who: Condition | null;
  sort?: Sorting;
  /** The columns in their order; nothing for the usual ones. */
  columns: string[] | null;
  offset: number;
  limit: number;
}

const LIMIT = 20;

export function filtersOf(search: URLSearchParams): Filters {
  const sort = search.get('sort');
  return {
    text: search.get('q') ?? '',
    segment: search.get('segment') ?? '',
    tag: search.get('tag') ?? '',
    city: search.get('city') ?? '',
    withoutCards: search.get('cards') === 'without',
    who: fromAddress(search.get('who')),
    sort: sort ? { column: sort.replace(/^-/, ''), descending: sort.startsWith('-') } : undefined,
    columns: columnsIn(search.get('cols')),
    offset: whole(search.get('offset'), 0),
    limit: whole(search.get('limit'), LIMIT) || LIMIT,
  };
}

/** What every list shows unless somebody chose otherwise. */
export const USUAL = [
  'name',
  'phone',
  'city',
  'level',
  'orders',
  'netRevenue',
  'lastOrderDay',
  'tags',
] as const;

const isUsual = (column: string): boolean => (USUAL as readonly string[]).includes(column);

/** The name leads the row and always stays; each column stands once. */
export function columnsIn(text: string | null): string[] | null {
  if (text === null || text === '') return null;
  const asked = text
    .split(',')
    .filter(
      (column) =>
        isUsual(column) || /^([a-z][a-z0-9_]*|(tag|segment)\/[a-z][a-z0-9_]*)$/.test(column),
    );
  return [...new Set(['name', ...asked])];
}

/** Those that the server must be asked for besides. */
const moreOf = (columns: string[] | null): string[] =>
  (columns ?? []).filter((column) => !isUsual(column));

/** A column as a file names it: fields by their own names, tags by their ids. */
export const fileColumns = (columns: string[] | null): string[] =>
  (columns ?? USUAL)
    .filter((column) => column !== 'tags')
    .map((column) => column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`));

const whole = (text: string | null, otherwise: number): number =>
  text !== null && /^\d{1,9}$/.test(text) ? Number(text) : otherwise;

/** The condition of tag, city and link together; nothing when none is set. */
export function conditionOf({ tag, city, who }: Filters): Condition | null {
  const parts: Condition[] = [];
  if (who) parts.push(...(who.type === 'all' ? who.of : [who]));
  const held = tag === '' ? null : heldBy(tag);
  if (held) parts.push(held);
  if (city !== '')
    parts.push({
      type: 'attribute',
      customer: { type: 'contains', field: 'customer.city', text: city },
    });
  return parts.length === 0 ? null : { type: 'all', of: parts };
}

/** The same with the segment among it, for whoever wants to keep it. */
export function keptCondition(filters: Filters): Condition {
  const condition = conditionOf(filters) ?? { type: 'all', of: [] };
  if (filters.segment === '') return condition;
  const member: Condition = {
    type: 'holds',
    trait: `segment/${filters.segment}`,
    op: 'EQ',
    value: true,
  };
  return { type: 'all', of: [member, ...(condition.type === 'all' ? condition.of : [condition])] };
}

function heldBy(tag: string): Condition | null {
  const at = tag.indexOf('=');
  const trait = at < 0 ? tag : tag.slice(0, at);
  if (!/^[a-z][a-z0-9]*\/[a-z][a-z0-9_]*$/.test(trait)) return null;
  const text = at < 0 ? 'true' : tag.slice(at + 1);
  const value: Value = text === 'true' ? true : text === 'false' ? false : text;
  return { type: 'holds', trait, op: 'EQ', value };
}

export function searchOf(filters: Filters): CustomerSearch {
  const { text, segment, sort, offset, limit } = filters;
  const condition = conditionOf(filters);
  const columns = moreOf(filters.columns);
  return {
    ...(text === '' ? {} : { text }),
    ...(segment === '' ? {} : { segment }),
    ...(condition ? { condition } : {}),
    ...(filters.withoutCards ? { withoutCards: true } : {}),
    ...(sort ? { sort } : {}),
    ...(columns.length > 0 ? { columns } : {}),
    offset,
    limit,
  };
}

export const isNarrowed = (filters: Filters): boolean =>
  filters.text !== '' ||
  filters.segment !== '' ||
  filters.withoutCards ||
  conditionOf(filters) !== null;
