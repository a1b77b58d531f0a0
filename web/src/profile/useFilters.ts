import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { inAddress } from '#condition';
import { filtersOf, type Filters } from './filters';

/** The filters of the address, and a way to change some of them; a change leads to the first page. */
export function useFilters(): [Filters, (change: Partial<Filters>) => void] {
  const [search, setSearch] = useSearchParams();
  const filters = useMemo(() => filtersOf(search), [search]);
  const change = useCallback(
    (changed: Partial<Filters>) =>
      setSearch(
        (now) => {
          const next = { ...filtersOf(now), offset: 0, ...changed };
          const put = (name: string, text: string) =>
            text === '' ? now.delete(name) : now.set(name, text);
          put('q', next.text);
          put('segment', next.segment);
          put('tag', next.tag);
          put('city', next.city);
          put('cards', next.withoutCards ? 'without' : '');
          put('who', next.who ? inAddress(next.who) : '');
          put('sort', next.sort ? (next.sort.descending ? '-' : '') + next.sort.column : '');
          put('cols', next.columns?.join(',') ?? '');
          put('offset', next.offset === 0 ? '' : String(next.offset));
          put('limit', next.limit === 20 ? '' : String(next.limit));
          return now;
        },
        // Typing letter after letter is one step in the history; a page is one of its own.
        { replace: changed.offset === undefined },
      ),
    [setSearch],
  );
  return [filters, change];
}
