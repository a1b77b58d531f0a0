import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  http,
  type Answer,
  type CustomerPage,
  type Insight,
  type Mark,
  type MetricView,
} from '#api';

/** The measures that trends can be asked for, each with its definition in words. */
export function useMetrics() {
  return useQuery({
    queryKey: ['insights', 'metrics'],
    queryFn: ({ signal }) => http.get<MetricView[]>('/api/insights/metrics', { signal }),
    staleTime: Infinity,
  });
}

/** The numbers of a question; those of the question before stay in sight until they are there. */
export function useAnswer(insight: Insight | null) {
  return useQuery({
    queryKey: ['insights', 'answer', insight],
    queryFn: ({ signal }) => http.post<Answer>('/api/insights/answer', insight, { signal }),
    enabled: insight !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** One page of the customers behind a number, those who spent most first. */
export function useBehind(insight: Insight, mark: Mark, offset: number, limit: number) {
  return useQuery({
    queryKey: ['insights', 'members', insight, mark, offset, limit],
    queryFn: ({ signal }) =>
      http.post<CustomerPage>(
        '/api/insights/members',
        { insight, mark, offset, limit },
        { signal },
      ),
    placeholderData: keepPreviousData,
  });
}

/** Keeps the customers behind a number as a fixed list. */
export function useKeep() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (kept: { label: string; insight: Insight; mark: Mark }) =>
      http.post<{ id: string }>('/api/segments/from-insight', kept),
    onSuccess: () =>
      Promise.all(
        ['segments', 'customers'].map((key) => client.invalidateQueries({ queryKey: [key] })),
      ),
  });
}
