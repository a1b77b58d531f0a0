import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  http,
  type BoardFilter,
  type Condition,
  type Dashboard,
  type DashboardEntry,
  type Label,
  type Opportunity,
  type Report,
  type Tile,
} from '#api';

export function useBoards() {
  return useQuery({
    queryKey: ['boards', 'all'],
    queryFn: ({ signal }) => http.get<DashboardEntry[]>('/api/dashboards', { signal }),
  });
}

const at = (id: string) => `/api/dashboards/${encodeURIComponent(id)}`;

export function useBoard(id: string) {
  return useQuery({
    queryKey: ['boards', 'one', id],
    queryFn: ({ signal }) => http.get<Dashboard>(at(id), { signal }),
  });
}

/** A new board, under a name as it was typed. */
export function useAddBoard() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (fresh: { label: string; tiles: Tile[]; filter?: BoardFilter }) =>
      http.post<Dashboard>('/api/dashboards', fresh),
    onSuccess: () => client.invalidateQueries({ queryKey: ['boards'] }),
  });
}

export function useSaveBoard(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (board: { label: Label; tiles: Tile[]; filter?: BoardFilter }) =>
      http.put<Dashboard>(at(id), board),
    onSuccess: (kept) => {
      client.setQueryData(['boards', 'one', id], kept);
      return client.invalidateQueries({ queryKey: ['boards'] });
    },
  });
}

export function useDeleteBoard(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => http.delete(at(id)),
    onSuccess: () => {
      client.removeQueries({ queryKey: ['boards', 'one', id] });
      return client.invalidateQueries({ queryKey: ['boards', 'all'] });
    },
  });
}

/** Puts a tile at the foot of a board as it stands now, whoever changed it in the meantime. */
export function usePutOnBoard() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async ({ board, tile }: { board: string; tile: (now: Dashboard) => Tile[] }) => {
      const now = await http.get<Dashboard>(at(board));
      return http.put<Dashboard>(at(board), {
        label: now.label,
        tiles: tile(now),
        filter: now.filter,
      });
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['boards'] }),
  });
}

/** What the report says is worth doing, without the rest of it. */
export function useWorthwhile() {
  return useQuery({
    queryKey: ['boards', 'worthwhile'],
    queryFn: ({ signal }) => http.get<Opportunity[]>('/api/dashboards/worthwhile', { signal }),
    staleTime: 60_000,
  });
}

/** The report about everybody in sight, or about those who meet a condition. */
export function useReport(who: Condition | null) {
  return useQuery({
    queryKey: ['boards', 'report', who],
    queryFn: ({ signal }) =>
      http.post<Report>('/api/dashboards/report', who ? { who } : {}, { signal }),
    staleTime: 60_000,
  });
}
