import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, type Procedure, type ProcedureWanted, type ReadyProcedure } from '#api';

const PROCEDURES = '/api/quality/procedures';

export function useProcedures() {
  return useQuery({
    queryKey: ['quality', 'procedures', 'all'],
    queryFn: ({ signal }) => http.get<Procedure[]>(PROCEDURES, { signal }),
  });
}

/** One that most companies can begin with. */
export function useReady(enabled: boolean) {
  return useQuery({
    queryKey: ['quality', 'procedures', 'ready'],
    queryFn: ({ signal }) => http.get<ReadyProcedure>(`${PROCEDURES}/ready`, { signal }),
    enabled,
  });
}

const placeOf = (id: string) => `${PROCEDURES}/${encodeURIComponent(id)}`;

/** Writes a procedure down, or the one of this id anew. */
export function useSaveProcedure() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...wanted }: ProcedureWanted & { id?: string }) =>
      id === undefined
        ? http.post<Procedure>(PROCEDURES, wanted)
        : http.put<Procedure>(placeOf(id), wanted),
    onSuccess: () => client.invalidateQueries({ queryKey: ['quality', 'procedures'] }),
  });
}

export function useDeleteProcedure() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => http.delete(placeOf(id)),
    onSuccess: () => client.invalidateQueries({ queryKey: ['quality', 'procedures'] }),
  });
}

/** A step was done; without a note it was not, after all. */
export function useStep() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, step, note }: { id: string; step: number; note?: string }) => {
      const place = `${placeOf(id)}/steps/${step}/done`;
      if (note === undefined) await http.delete(place);
      else await http.post(place, { note });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['quality', 'procedures'] }),
  });
}
