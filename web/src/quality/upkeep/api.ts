import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, type Keeper, type Upkeep } from '#api';

const UPKEEP = '/api/quality/upkeep';

/** What somebody may look after. */
export type Of = 'source' | 'rule';

/** All sources and rules that somebody looks after, or that are to be looked at again. */
export function useUpkeep() {
  return useQuery({
    queryKey: ['quality', 'upkeep', 'all'],
    queryFn: ({ signal }) => http.get<Upkeep[]>(UPKEEP, { signal }),
  });
}

/** Whoever may look after something. */
export function usePeople() {
  return useQuery({
    queryKey: ['quality', 'upkeep', 'people'],
    queryFn: ({ signal }) => http.get<Keeper[]>(`${UPKEEP}/people`, { signal }),
  });
}

const placeOf = (of: Of, key: string) => `${UPKEEP}/${of}/${encodeURIComponent(key)}`;

export function useAssign(of: Of, key: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (assigned: { owner?: string; reviewOn?: string }) =>
      http.put<Upkeep>(placeOf(of, key), assigned),
    onSuccess: () => client.invalidateQueries({ queryKey: ['quality', 'upkeep'] }),
  });
}

export function useReviewed(of: Of, key: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (found: { note: string; next?: string }) =>
      http.post<Upkeep>(`${placeOf(of, key)}/reviewed`, found),
    onSuccess: () => client.invalidateQueries({ queryKey: ['quality', 'upkeep'] }),
  });
}
