import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  http,
  type LifecycleRule,
  type Rfm,
  type TagDay,
  type TagEdit,
  type TagPreview,
  type TagRhythm,
  type TagRule,
  type TagStatus,
  type TagTurn,
  type TagValueDay,
  type TagView,
  type Why,
} from '#api';

const at = (id: string) => `/api/tags/${encodeURIComponent(id)}`;

export function useTags() {
  return useQuery({
    queryKey: ['tags', 'all'],
    queryFn: ({ signal }) => http.get<TagView[]>('/api/tags', { signal }),
  });
}

export function useTag(id: string) {
  const client = useQueryClient();
  const queryKey = ['tags', 'one', id];
  return useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const before = client.getQueryData<TagView>(queryKey);
      const now = await http.get<TagView>(at(id), { signal });
      if (before?.counting && !now.counting) void recounted(client, id);
      return now;
    },
    refetchInterval: ({ state }) => (state.data?.counting ? UNTIL_COUNTED_MS : false),
  });
}

/** What was saved is counted by a run of its own: asked again until that has ended. */
const UNTIL_COUNTED_MS = 1_000;

/** Who has it, and how that came about, is another answer now. */
const recounted = (client: ReturnType<typeof useQueryClient>, id: string) =>
  Promise.all(
    [
      ['tags', 'all'],
      ['tags', 'history', id],
      ['tags', 'latest', id],
      ['tags', 'rfm', id],
      ['customers'],
    ].map((queryKey) => client.invalidateQueries({ queryKey })),
  );

/** The holders on each day on which their number changed. */
export function useTagHistory(id: string) {
  return useQuery({
    queryKey: ['tags', 'history', id],
    queryFn: ({ signal }) => http.get<TagDay[]>(`${at(id)}/history`, { signal }),
  });
}

/** The same for each value. */
export function useValueHistory(id: string) {
  return useQuery({
    queryKey: ['tags', 'history', id, 'values'],
    queryFn: ({ signal }) => http.get<TagValueDay[]>(`${at(id)}/history/values`, { signal }),
  });
}

/** Who came, left and moved last. */
export function useLatest(id: string, most: number) {
  return useQuery({
    queryKey: ['tags', 'latest', id, most],
    queryFn: ({ signal }) => http.get<TagTurn[]>(`${at(id)}/latest`, { query: { most }, signal }),
  });
}

/** The eight groups of an RFM tag. */
export function useRfm(id: string) {
  return useQuery({
    queryKey: ['tags', 'rfm', id],
    queryFn: ({ signal }) => http.get<Rfm>(`${at(id)}/rfm`, { signal }),
  });
}

/**
 * Keeps a new tag, or changes the one of this id; it is computed at once. A new one may be kept as a
 * draft, which nobody holds.
 */
export function useSaveTag(id?: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ edit, draft = false }: { edit: TagEdit; draft?: boolean }) =>
      id === undefined
        ? http.post<TagView>(draft ? '/api/tags/drafts' : '/api/tags', edit)
        : http.put<TagView>(at(id), edit),
    onSuccess: () => refresh(client),
  });
}

/** Approves, publishes, retires a tag, takes it back to a draft, or takes a retired one up again. */
export function useMoveTag(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (status: TagStatus) => http.post<TagView>(`${at(id)}/status`, { status }),
    onSuccess: () => refresh(client),
  });
}

/** Puts a tag elsewhere in the library. */
export function useFileTag(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (category: string) => http.post<TagView>(`${at(id)}/category`, { category }),
    onSuccess: () => refresh(client),
  });
}

/** Calls a category otherwise, or puts it under another, with all that is in it. */
export function useMoveCategory() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (move: { from: string; to: string }) =>
      http.post<{ tags: number }>('/api/tags/categories/move', move),
    onSuccess: () => refresh(client),
  });
}

/** Who would hold a tag of this rule, if it were saved now. */
export function usePreview(rule: TagRule | null) {
  return useQuery({
    queryKey: ['tags', 'preview', rule],
    queryFn: ({ signal }) =>
      http.post<TagPreview>('/api/tags/preview', { rule: rule ?? undefined }, { signal }),
    enabled: rule !== null,
    placeholderData: keepPreviousData,
  });
}

/** How long customers wait before they buy again, and the lines that a life cycle draws from it. */
export function useRhythm(rule: LifecycleRule) {
  return useQuery({
    queryKey: ['tags', 'rhythm', rule],
    queryFn: ({ signal }) => http.post<TagRhythm>('/api/tags/rhythm', rule, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** A tag is a word of the vocabulary, stands in the list of customers, and RFM on Home. */
const refresh = (client: ReturnType<typeof useQueryClient>) =>
  Promise.all(
    ['tags', 'segments', 'customers', 'home'].map((queryKey) =>
      client.invalidateQueries({ queryKey: [queryKey] }),
    ),
  );

/** Why a customer has a tag, or is in a segment: `tag/vip`, `segment/s1`. */
export function useWhy(trait: string | null, customer: number | null) {
  return useQuery({
    queryKey: ['tags', 'why', trait, customer],
    queryFn: ({ signal }) => {
      const [kind, id = ''] = (trait ?? '').split('/');
      const of = kind === 'segment' ? 'segments' : 'tags';
      return http.get<Why>(`/api/${of}/${encodeURIComponent(id)}/why/${customer}`, { signal });
    },
    enabled: trait !== null && customer !== null,
  });
}
