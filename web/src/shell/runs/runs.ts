import { queryOptions, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use } from 'react';
import { http, type Run } from '#api';

export const isOver = (run: Run): boolean =>
  run.state === 'done' || run.state === 'failed' || run.state === 'cancelled';

/** One piece of background work, asked for again and again until it is over. */
export const runQuery = (id: string | number | null) =>
  queryOptions({
    queryKey: ['runs', String(id)],
    queryFn: ({ signal }) =>
      http.get<Run>(`/api/refresh/runs/${encodeURIComponent(id ?? '')}`, { signal }),
    enabled: id !== null,
    staleTime: 0,
    refetchInterval: (query) => (query.state.data && isOver(query.state.data) ? false : 700),
    refetchIntervalInBackground: true,
  });

export const useRun = (id: string | number | null) => useQuery(runQuery(id));

/** What ran lately; looked at every second while something runs, otherwise now and then. */
export function useRuns(limit = 20) {
  return useQuery({
    queryKey: ['runs', 'recent', limit],
    queryFn: ({ signal }) => http.get<Run[]>('/api/refresh/runs', { query: { limit }, signal }),
    staleTime: 0,
    refetchInterval: (query) => (query.state.data?.some((run) => !isOver(run)) ? 1_000 : 60_000),
  });
}

export function useCancel() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string | number) =>
      http.post(`/api/refresh/runs/${encodeURIComponent(id)}/cancel`),
    onSettled: () => client.invalidateQueries({ queryKey: ['runs'] }),
  });
}

export interface RunsPlace {
  /** Opens the drawer with what runs and ran. */
  open: () => void;
  /** Watches a run that was just started, in the open drawer; figures refresh when it is done. */
  watch: (id: string | number) => void;
}

export const RunsContext = createContext<RunsPlace | null>(null);

export function useRunsDrawer(): RunsPlace {
  const place = use(RunsContext);
  if (!place) throw new Error('useRunsDrawer outside of RunsProvider');
  return place;
}
