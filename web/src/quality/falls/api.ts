import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, type FallAlarm, type Falls } from '#api';

const FALLS = '/api/quality/falls';

/** What fell and nobody has seen, and how the alarm is set. */
export function useFalls() {
  return useQuery({
    queryKey: ['quality', 'falls'],
    queryFn: ({ signal }) => http.get<Falls>(FALLS, { signal }),
  });
}

export function useSetAlarm() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (alarm: FallAlarm) => http.put<FallAlarm>(`${FALLS}/alarm`, alarm),
    onSuccess: () => client.invalidateQueries({ queryKey: ['quality', 'falls'] }),
  });
}

/** Somebody has seen what fell in a feed up to a run. */
export function useSeen() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (seen: { source: string; feed: string; number: number }) =>
      http.post(`${FALLS}/seen`, seen),
    onSuccess: () => client.invalidateQueries({ queryKey: ['quality', 'falls'] }),
  });
}
