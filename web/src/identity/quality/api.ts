import { useQuery } from '@tanstack/react-query';
import { http, type AlarmedPage, type MatchQuality } from '#api';

/** How far the customers can be trusted that records became. */
export function useMatchQuality(enabled: boolean) {
  return useQuery({
    queryKey: ['identity', 'quality'],
    queryFn: ({ signal }) => http.get<MatchQuality>('/api/identity/quality', { signal }),
    enabled,
  });
}

/** Customers who show a sign, of most records first. */
export function useAlarmed(alarm: string, offset: number, limit: number) {
  return useQuery({
    queryKey: ['identity', 'quality', 'alarmed', alarm, offset, limit],
    queryFn: ({ signal }) =>
      http.get<AlarmedPage>(
        `/api/identity/quality/alarms/${alarm}?offset=${offset}&limit=${limit}`,
        { signal },
      ),
  });
}
