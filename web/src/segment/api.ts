import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, type Condition, type SegmentDay, type SegmentView } from '#api';

export function useSegments() {
  return useQuery({
    queryKey: ['segments', 'all'],
    queryFn: ({ signal }) => http.get<SegmentView[]>('/api/segments', { signal }),
  });
}

const at = (id: string) => `/api/segments/${encodeURIComponent(id)}`;

export function useSegment(id: string) {
  return useQuery({
    queryKey: ['segments', 'one', id],
    queryFn: ({ signal }) => http.get<SegmentView>(at(id), { signal }),
  });
}

/** The size on each day on which it changed. */
export function useSegmentHistory(id: string) {
  return useQuery({
    queryKey: ['segments', 'history', id],
    queryFn: ({ signal }) => http.get<SegmentDay[]>(`${at(id)}/history`, { signal }),
  });
}

export interface SegmentEdit {
  label: string;
  /** Without one only the name changes. */
  condition?: Condition;
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
