import {
  keepPreviousData,
  useInfiniteQuery,
  useMutation,
  useQuery,
  useQueryClient,
} from '@tanstack/react-query';
import {
  http,
  type Customer,
  type CustomerPage,
  type CustomerRelation,
  type CustomerSearch,
  type CustomersChosen,
  type CustomerView,
  type Growth,
  type Habits,
  type IdentityLikeness,
  type IdentitySide,
  type IdentityWhyNot,
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

/** The server names columns as its tables do: `net_revenue` for netRevenue; tags by their ids. */
const asked = ({ sort, ...search }: CustomerSearch): CustomerSearch => ({
  ...search,
  ...(sort && {
    sort: {
      ...sort,
      column: sort.column.includes('/')
        ? sort.column
        : sort.column.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    },
  }),
});

/** Those ticked go by their ids, those found by what was looked for. */
const named = ({ search, ...chosen }: CustomersChosen): CustomersChosen => ({
  ...chosen,
  ...(search && { search: asked(search) }),
});

/** Keeps customers as a segment that stays as it is. */
export function useKeepCustomers() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ label, customers }: { label: string; customers: CustomersChosen }) =>
      http.post<{ id: string }>('/api/profile/customers/keep', {
        label,
        customers: named(customers),
      }),
    onSuccess: () => client.invalidateQueries({ queryKey: ['segments'] }),
  });
}

export function useExportCustomers() {
  return useMutation({
    mutationFn: (wanted: {
      format: 'xlsx' | 'csv';
      columns: string[];
      customers: CustomersChosen;
    }) =>
      http.download('/api/profile/customers/export', {
        ...wanted,
        customers: named(wanted.customers),
      }),
  });
}

const VIEWS = '/api/profile/customers/views';

/** The kept ways of looking at the list. */
export function useViews() {
  return useQuery({
    queryKey: ['customers', 'views'],
    queryFn: ({ signal }) => http.get<CustomerView[]>(VIEWS, { signal }),
  });
}

export function useKeepView() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (kept: { label: string; address: string; shared: boolean }) =>
      http.post<CustomerView>(VIEWS, kept),
    onSuccess: () => client.invalidateQueries({ queryKey: ['customers', 'views'] }),
  });
}

export function useForgetView() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => http.delete(`${VIEWS}/${encodeURIComponent(id)}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['customers', 'views'] }),
  });
}

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
const STEPS = 30;

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

/** What holds a customer's records together where no account or card does. */
export function useLikenesses(customer: number) {
  return useQuery({
    queryKey: ['identity', 'why', customer],
    queryFn: ({ signal }) =>
      http.get<{ likenesses: IdentityLikeness[] }>(`/api/identity/why/${String(customer)}`, {
        signal,
      }),
    select: ({ likenesses }) => likenesses,
  });
}

/** The records of a customer, in the order in which they are told. */
export function useRecords(customer: number | null) {
  return useQuery({
    queryKey: ['identity', 'why', customer],
    queryFn: ({ signal }) =>
      http.get<{ likenesses: IdentityLikeness[]; records: IdentityLikeness['one'][] }>(
        `/api/identity/why/${String(customer)}`,
        { signal },
      ),
    select: ({ records }) => records,
    enabled: customer !== null,
  });
}

/** Why two are two, or one. */
export function useWhyNot(one: IdentitySide | null, other: IdentitySide | null) {
  return useQuery({
    queryKey: ['identity', 'why-not', one, other],
    queryFn: ({ signal }) =>
      http.post<IdentityWhyNot>('/api/identity/why-not', { one, other }, { signal }),
    enabled: one !== null && other !== null,
  });
}

/** How a customer came to be. */
export function useGrowth(id: number) {
  return useQuery({
    queryKey: ['identity', 'growth', id],
    queryFn: ({ signal }) => http.get<Growth>(`/api/identity/growth/${id}`, { signal }),
  });
}

/** Who shares a door, a phone or an employer with them. */
export function useRelations(id: number) {
  return useQuery({
    queryKey: ['identity', 'relations', id],
    queryFn: ({ signal }) =>
      http.get<CustomerRelation[]>(`/api/identity/relations/${id}`, { signal }),
  });
}

/** Two people, or one: a run that begins at once recognises everybody by it. */
export function useDecide() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (
      decided:
        | { split: { customer: number; records: IdentityLikeness['one'][]; note: string } }
        | { merge: { customer: number; other: number; note: string } },
    ) =>
      'split' in decided
        ? http.post<{ id: string }>('/api/identity/decisions/split', decided.split)
        : http.post<{ id: string }>('/api/identity/decisions/merge', decided.merge),
    onSuccess: () =>
      Promise.all(['identity', 'runs'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}
