import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  http,
  type Completion,
  type CompletionGiven,
  type CompletionLack,
  type CompletionRow,
  type CompletionShare,
} from '#api';

const COMPLETIONS = '/api/quality/completions';

/** The tasks that one may see, the first due first. */
export function useCompletions() {
  return useQuery({
    queryKey: ['quality', 'completions', 'all'],
    queryFn: ({ signal }) => http.get<Completion[]>(COMPLETIONS, { signal }),
  });
}

/** The columns of a feed, one of which may say who typed a row. */
export function useColumns(feed: { source: string; feed: string } | undefined) {
  return useQuery({
    queryKey: ['quality', 'completions', 'columns', feed],
    queryFn: ({ signal }) =>
      http.get<string[]>(`${COMPLETIONS}/columns`, { query: { ...feed }, signal }),
    enabled: feed !== undefined,
  });
}

/** Who typed rows that lack a field; nothing while it is not chosen. */
export function useShares(lack: CompletionLack | undefined) {
  return useQuery({
    queryKey: ['quality', 'completions', 'shares', lack],
    queryFn: ({ signal }) =>
      http.post<CompletionShare[]>(`${COMPLETIONS}/shares`, lack, { signal }),
    enabled: lack !== undefined,
    retry: false,
  });
}

const placeOf = (id: string) => `${COMPLETIONS}/${encodeURIComponent(id)}`;

/** The rows of a task, as they count today. */
export function useTaskRows(id: string) {
  return useQuery({
    queryKey: ['quality', 'completions', 'rows', id],
    queryFn: ({ signal }) => http.get<CompletionRow[]>(`${placeOf(id)}/rows`, { signal }),
    retry: false,
  });
}

/** Gives tasks, one after the other. */
export function useGive() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (given: CompletionGiven[]) => {
      for (const one of given) await http.post(COMPLETIONS, one);
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['quality', 'completions'] }),
  });
}

export function useFill(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (rows: { batch: number; line: number; value: string }[]) =>
      http.post(`${placeOf(id)}/fill`, { rows }),
    onSuccess: () =>
      Promise.all(
        [['quality'], ['runs']].map((queryKey) => client.invalidateQueries({ queryKey })),
      ),
  });
}

export function useWithdraw() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => http.delete(placeOf(id)),
    onSuccess: () => client.invalidateQueries({ queryKey: ['quality', 'completions'] }),
  });
}
