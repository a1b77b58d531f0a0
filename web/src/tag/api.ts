import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  http,
  type Rfm,
  type TagDay,
  type TagEdit,
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
  return useQuery({
    queryKey: ['tags', 'one', id],
    queryFn: ({ signal }) => http.get<TagView>(at(id), { signal }),
  });
}

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

/** Keeps a new tag, or changes the one of this id; it is computed at once. */
export function useSaveTag(id?: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (edit: TagEdit) =>
      id === undefined ? http.post<TagView>('/api/tags', edit) : http.put<TagView>(at(id), edit),
    onSuccess: () => refresh(client),
  });
}

export function useRetireTag(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => http.delete(at(id)),
    onSuccess: () => {
      client.removeQueries({ queryKey: ['tags', 'one', id] });
      return refresh(client);
    },
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
