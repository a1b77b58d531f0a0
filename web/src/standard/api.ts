import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, type FieldUse, type Standard, type WantedField } from '#api';

/** What can be known of each entity, how well it is filled and where it comes from. */
export function useStandardFields() {
  return useQuery({
    queryKey: ['standard', 'fields'],
    queryFn: ({ signal }) => http.get<Standard[]>('/api/standard', { signal }),
  });
}

/** What people defined that speaks of a field. */
export function useUses(field: string | undefined) {
  return useQuery({
    queryKey: ['standard', 'uses', field],
    queryFn: ({ signal }) =>
      http.get<FieldUse[]>(`/api/standard/fields/${encodeURIComponent(field ?? '')}/uses`, {
        signal,
      }),
    enabled: field !== undefined,
  });
}

interface Kept {
  key: string;
  version: number;
}

/** Adds a field, or changes the one of this column and version. */
export function useKeepField(known?: { column: string; version: number }) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (field: WantedField) =>
      known
        ? http.put<Kept>(`/api/standard/fields/${known.column}`, { version: known.version, field })
        : http.post<Kept>('/api/standard/fields', field),
    onSuccess: () => changed(client),
  });
}

/** Takes a field out of what is offered, or brings it back. */
export function useRetire(column: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (retired: boolean) =>
      http.post<Kept>(`/api/standard/fields/${column}/${retired ? 'retire' : 'restore'}`, {}),
    onSuccess: () => changed(client),
  });
}

/** Conditions speak of fields too, once the run that follows has made their columns. */
const changed = (client: ReturnType<typeof useQueryClient>) =>
  Promise.all(
    [['standard'], ['runs'], ['segment', 'vocabulary'], ['condition']].map((queryKey) =>
      client.invalidateQueries({ queryKey }),
    ),
  );
