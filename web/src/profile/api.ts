import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import {
  http,
  type Customer,
  type CustomerPage,
  type CustomerSearch,
  type Habits,
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

/** As many as make a page of lines when visits are folded. */
const STEPS = 60;

/** What happened to a customer, newest first, a page at a time; of one kind or, for '', of all. */
export function useTimeline(id: number, kind: string) {
  return useInfiniteQuery({
    queryKey: ['customers', 'timeline', id, kind],
    queryFn: ({ pageParam, signal }) =>
      http.get<Timeline>(`${at(id)}/timeline`, {
        query: { kind: kind || undefined, before: pageParam, limit: STEPS },
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

/** What a customer did lately, likes, and where they buy. */
export function useHabits(id: number) {
  return useQuery({
    queryKey: ['customers', 'habits', id],
    queryFn: ({ signal }) => http.get<Habits>(`${at(id)}/habits`, { signal }),
  });
}
