import { useQuery } from '@tanstack/react-query';
import { http, type IdentitySummary } from '#api';

export function useIdentity() {
  return useQuery({
    queryKey: ['identity', 'summary'],
    queryFn: ({ signal }) => http.get<IdentitySummary>('/api/identity/summary', { signal }),
  });
}
