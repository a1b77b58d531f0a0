import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  http,
  type ReviewAnswer,
  type ReviewBare,
  type ReviewJudgement,
  type ReviewPair,
  type ReviewQueue,
  type ReviewReason,
} from '#api';

const AT_ONCE = 12;

/** The next pairs to be judged, of one sort or of all that are in doubt. */
export function useQueue(reason: ReviewReason | undefined, enabled: boolean) {
  return useQuery({
    queryKey: ['identity', 'review', 'queue', reason ?? ''],
    queryFn: ({ signal }) =>
      http.get<ReviewQueue>(
        `/api/identity/review?limit=${AT_ONCE}${reason ? `&reason=${reason}` : ''}`,
        { signal },
      ),
    enabled,
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false,
  });
}

/** Pairs of which nobody could say anything, by what they share. */
export function useBare() {
  return useQuery({
    queryKey: ['identity', 'review', 'bare'],
    queryFn: ({ signal }) => http.get<ReviewBare[]>('/api/identity/review/bare', { signal }),
  });
}

/** What was said last, the newest first. */
export function useJudgements(enabled: boolean) {
  return useQuery({
    queryKey: ['identity', 'review', 'judgements'],
    queryFn: ({ signal }) =>
      http.get<ReviewJudgement[]>('/api/identity/review/judgements', { signal }),
    enabled,
  });
}

const recordOf = (side: ReviewPair['one']) => side.records[0];

export function useJudge() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ pair, answer }: { pair: ReviewPair; answer: ReviewAnswer }) =>
      http.post<ReviewJudgement>('/api/identity/review/judgements', {
        one: recordOf(pair.one),
        other: recordOf(pair.other),
        answer,
      }),
    // The pairs themselves are asked for again only when few are left.
    onSuccess: () => client.invalidateQueries({ queryKey: ['identity', 'review', 'judgements'] }),
  });
}

export function useUndoJudgement() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => http.delete(`/api/identity/review/judgements/${id}`),
    onSuccess: () => client.invalidateQueries({ queryKey: ['identity'] }),
  });
}

/** A run follows what was said. */
export function useFollow() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => http.post('/api/identity/review/follow', {}),
    onSuccess: () =>
      Promise.all(['identity', 'runs'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}
