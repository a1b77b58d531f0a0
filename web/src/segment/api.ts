import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  http,
  type Cap,
  type Condition,
  type SegmentDay,
  type SegmentView,
  type TagTurn,
} from '#api';

/** What was saved is counted by a run of its own: asked again until that has ended. */
const UNTIL_COUNTED_MS = 1_000;

export function useSegments() {
  return useQuery({
    queryKey: ['segments', 'all'],
    queryFn: ({ signal }) => http.get<SegmentView[]>('/api/segments', { signal }),
    refetchInterval: ({ state }) =>
      state.data?.some((one) => one.counting) ? UNTIL_COUNTED_MS : false,
  });
}

const at = (id: string) => `/api/segments/${encodeURIComponent(id)}`;

export function useSegment(id: string) {
  const client = useQueryClient();
  const queryKey = ['segments', 'one', id];
  return useQuery({
    queryKey,
    queryFn: async ({ signal }) => {
      const before = client.getQueryData<SegmentView>(queryKey);
      const now = await http.get<SegmentView>(at(id), { signal });
      if (before?.counting && !now.counting) void recounted(client, id);
      return now;
    },
    refetchInterval: ({ state }) => (state.data?.counting ? UNTIL_COUNTED_MS : false),
  });
}

/** Its members and its history are others now. */
const recounted = (client: ReturnType<typeof useQueryClient>, id: string) =>
  Promise.all(
    [['segments', 'history', id], ['segments', 'all'], ['customers']].map((queryKey) =>
      client.invalidateQueries({ queryKey }),
    ),
  );

/** The size on each day on which it changed. */
export function useSegmentHistory(id: string) {
  return useQuery({
    queryKey: ['segments', 'history', id],
    queryFn: ({ signal }) => http.get<SegmentDay[]>(`${at(id)}/history`, { signal }),
  });
}

/** Who came and left last. */
export function useSegmentLatest(id: string, most: number) {
  return useQuery({
    queryKey: ['segments', 'history', id, 'latest', most],
    queryFn: ({ signal }) => http.get<TagTurn[]>(`${at(id)}/latest`, { query: { most }, signal }),
  });
}

/** Keeps those who are in it now as a list that stays as it is. */
export function useSnapshot(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (label: string) => http.post<SegmentView>(`${at(id)}/snapshot`, { label }),
    onSuccess: () => refresh(client),
  });
}

export interface SegmentEdit {
  label: string;
  /** Without one only the name changes. */
  condition?: Condition;
  /** At most so many of those who fit. */
  cap?: Cap;
}

/** Keeps a new segment, or changes the one of this id. */
export function useSaveSegment(id?: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (edit: SegmentEdit) =>
      id === undefined
        ? http.post<SegmentView>('/api/segments', edit)
        : http.put<SegmentView>(at(id), edit),
    onSuccess: () => refresh(client),
  });
}

export function useDeleteSegment(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => http.delete(at(id)),
    onSuccess: () => {
      client.removeQueries({ queryKey: ['segments', 'one', id] });
      return refresh(client);
    },
  });
}

/** A segment is a word of the vocabulary and a filter of the list as well. */
const refresh = (client: ReturnType<typeof useQueryClient>) =>
  Promise.all(
    ['segments', 'customers'].map((queryKey) => client.invalidateQueries({ queryKey: [queryKey] })),
  );

export function useExport(id: string) {
  return useMutation({
    mutationFn: (wanted: { format: 'xlsx' | 'csv'; columns: string[] }) =>
      http.download(`${at(id)}/export`, wanted),
  });
}
