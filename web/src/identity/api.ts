import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  http,
  type Contradicted,
  type IdentityDecision,
  type IdentitySummary,
  type OrderReach,
  type RelationCount,
} from '#api';

export function useIdentity() {
  return useQuery({
    queryKey: ['identity', 'summary'],
    queryFn: ({ signal }) => http.get<IdentitySummary>('/api/identity/summary', { signal }),
  });
}

/** Whose each record of each source is, as a file. */
export function useExportLinks() {
  return useMutation({
    mutationFn: () => http.download('/api/identity/links/export', {}),
  });
}

/** How far the orders of each source say who bought. */
export function useOrderReach() {
  return useQuery({
    queryKey: ['quality', 'reach'],
    queryFn: ({ signal }) => http.get<OrderReach[]>('/api/quality/reach', { signal }),
  });
}

/** How many live together, work together, or share a device. */
export function useRelationCounts() {
  return useQuery({
    queryKey: ['identity', 'relations'],
    queryFn: ({ signal }) => http.get<RelationCount[]>('/api/identity/relations', { signal }),
  });
}

/** Identifiers that a more trusted one speaks against. */
export function useContradictions() {
  return useQuery({
    queryKey: ['identity', 'contradictions'],
    queryFn: ({ signal }) => http.get<Contradicted[]>('/api/identity/contradictions', { signal }),
  });
}

/** What people decided about who is who, the newest first. */
export function useDecisions() {
  return useQuery({
    queryKey: ['identity', 'decisions'],
    queryFn: ({ signal }) => http.get<IdentityDecision[]>('/api/identity/decisions', { signal }),
  });
}

export function useUndoDecision() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => http.delete(`/api/identity/decisions/${id}`),
    onSuccess: () =>
      Promise.all(['identity', 'runs'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}
