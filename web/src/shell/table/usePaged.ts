import { useSearchParams } from 'react-router';
import type { Paging, Sorting } from './DataTable';

/** So many rows a page: a library of ready tags is one page. */
const LIMIT = 20;

/** By what a column puts rows in order. */
type Orders<T> = Partial<Record<string, (row: T) => number | string>>;

interface Paged<T> {
  rows: T[];
  page: Paging;
  sort: Sorting | undefined;
  onSort: (sort: Sorting | undefined) => void;
}

/**
 * A list that is all here, shown a page at a time and in the order of a column. Both stand in the
 * address, so that whoever comes back from a row stands where they left. Give it all to the table.
 */
export function usePaged<T>(rows: readonly T[], orders: Orders<T> = {}): Paged<T> {
  const [search, setSearch] = useSearchParams();
  const sort = sortOf(search.get('sort') ?? '', orders);
  const limit = Math.max(1, Number(search.get('limit')) || LIMIT);
  const asked = Math.max(0, Number(search.get('offset')) || 0);
  // Whoever lost rows since stands on the last page that is left.
  const last = Math.max(0, Math.ceil(rows.length / limit) - 1);
  const offset = Math.min(Math.floor(asked / limit), last) * limit;
  const ordered = sort ? inOrder(rows, sort, orders) : rows;
  const put = (values: Record<string, string>) =>
    setSearch((now) => {
      for (const [name, value] of Object.entries(values))
        if (value === '') now.delete(name);
        else now.set(name, value);
      return now;
    });
  return {
    rows: ordered.slice(offset, offset + limit),
    page: {
      offset,
      limit,
      total: rows.length,
      onChange: (from, most) =>
        put({
          offset: from === 0 ? '' : String(from),
          limit: most === LIMIT ? '' : String(most),
        }),
    },
    sort,
    onSort: (by) => put({ sort: by ? (by.descending ? '-' : '') + by.column : '', offset: '' }),
  };
}

function sortOf<T>(text: string, orders: Orders<T>): Sorting | undefined {
  const descending = text.startsWith('-');
  const column = descending ? text.slice(1) : text;
  return orders[column] ? { column, descending } : undefined;
}

function inOrder<T>(rows: readonly T[], { column, descending }: Sorting, orders: Orders<T>): T[] {
  const by = orders[column] ?? (() => 0);
  const sign = descending ? -1 : 1;
  return rows.toSorted((a, b) => {
    const [x, y] = [by(a), by(b)];
    return (
      sign * (typeof x === 'number' && typeof y === 'number' ? x - y : `${x}`.localeCompare(`${y}`))
    );
  });
}
