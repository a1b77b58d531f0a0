import { useQuery } from '@tanstack/react-query';
import { http, type IdentitySummary, type OrderReach } from '#api';

export function useIdentity() {
  return useQuery({
    queryKey: ['identity', 'summary'],
    queryFn: ({ signal }) => http.get<IdentitySummary>('/api/identity/summary', { signal }),
  });
}

/** How far the orders of each source say who bought. */
export function useOrderReach() {
  return useQuery({
    queryKey: ['quality', 'reach'],
    queryFn: ({ signal }) => http.get<OrderReach[]>('/api/quality/reach', { signal }),
  });
}
