import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import {
  http,
  type Customer,
  type CustomerPage,
  type CustomerSearch,
  type Revealed,
  type RhythmCell,
  type Timeline,
} from '#api';

/** A page of the customers who match; the former page stays in sight until the next is there. */
export function useCustomers(search: CustomerSearch, enabled = true) {
  return useQuery({
    queryKey: ['customers', 'search', search],
    queryFn: ({ signal }) =>
      http.post<CustomerPage>('/api/profile/customers/search', asked(search), { signal }),
    placeholderData: keepPreviousData,
    enabled,
  });
}

/** The server names columns as its tables do: `net_revenue` for netRevenue. */
const asked = ({ sort, ...search }: CustomerSearch): CustomerSearch => ({
  ...search,
  ...(sort && {
    sort: {
      ...sort,
      column: sort.column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    },
  }),
});

const at = (id: string | number) => `/api/profile/customers/${encodeURIComponent(String(id))}`;

export function useCustomer(id: string) {
  return useQuery({
    queryKey: ['customers', 'one', id],
    queryFn: ({ signal }) => http.get<Customer>(at(id), { signal }),
  });
}

/** One masked field in clear; who asked and why is kept, so it is never asked again by itself. */
export function useReveal(id: number) {
  return useMutation({
    mutationFn: (asked: { field: string; reason: string }) =>
      http.post<Revealed>(`${at(id)}/reveal`, asked),
  });
}

/** What happened to a customer, newest first, a page at a time. */
export function useTimeline(id: number) {
  return useInfiniteQuery({
    queryKey: ['customers', 'timeline', id],
    queryFn: ({ pageParam, signal }) =>
      http.get<Timeline>(`${at(id)}/timeline`, {
        query: { before: pageParam, limit: 20 },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
  });
}

export function useRhythm(id: number) {
  return useQuery({
    queryKey: ['customers', 'rhythm', id],
    queryFn: ({ signal }) => http.get<RhythmCell[]>(`${at(id)}/rhythm`, { signal }),
  });
}
