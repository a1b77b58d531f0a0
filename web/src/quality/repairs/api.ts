import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, type Repair, type RepairTrial, type RepairWanted } from '#api';

const REPAIRS = '/api/quality/repairs';

/** What a repair would do to the rows that are here. */
export function useRepairTrial(wanted: RepairWanted) {
  return useQuery({
    queryKey: ['quality', 'repairs', 'trial', wanted],
    queryFn: ({ signal }) => http.post<RepairTrial>(`${REPAIRS}/try`, wanted, { signal }),
    placeholderData: keepPreviousData,
    retry: false,
  });
}

/** The repairs in force, with the rows that still say an old value. */
export function useRepairs(mayRead: boolean) {
  return useQuery({
    queryKey: ['quality', 'repairs', 'all'],
    queryFn: ({ signal }) => http.get<Repair[]>(REPAIRS, { signal }),
    enabled: mayRead,
  });
}

/** A run has begun as well. */
function useChanged() {
  const client = useQueryClient();
  return () =>
    Promise.all([['quality'], ['runs']].map((queryKey) => client.invalidateQueries({ queryKey })));
}

export function useRepair() {
  const changed = useChanged();
  return useMutation({
    mutationFn: (wanted: RepairWanted) => http.post(REPAIRS, wanted),
    onSuccess: changed,
  });
}

export function useUndoRepair() {
  const changed = useChanged();
  return useMutation({
    mutationFn: (id: string) => http.delete(`${REPAIRS}/${encodeURIComponent(id)}`),
    onSuccess: changed,
  });
}
