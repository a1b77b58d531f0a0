import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import {
  http,
  type Channel,
  type Connection,
  type ConnectionDraft,
  type Spec,
  type Trial,
} from '#api';

const at = (id: string) => `/api/channels/${encodeURIComponent(id)}`;

/** What messages can leave by, and how it does today; looked at again while the page is open. */
export function useChannels(watched = false) {
  return useQuery({
    queryKey: ['channels', 'all'],
    queryFn: ({ signal }) => http.get<Channel[]>('/api/channels', { signal }),
    refetchInterval: watched ? 10_000 : false,
  });
}

export function useKinds() {
  return useQuery({
    queryKey: ['channels', 'kinds'],
    queryFn: ({ signal }) => http.get<Spec[]>('/api/channels/kinds', { signal }),
  });
}

export function useConnection(id: string) {
  return useQuery({
    queryKey: ['channels', 'one', id],
    queryFn: ({ signal }) => http.get<Connection>(at(id), { signal }),
  });
}

export function useTrials(id: string) {
  return useQuery({
    queryKey: ['channels', 'trials', id],
    queryFn: ({ signal }) => http.get<Trial[]>(`${at(id)}/trials`, { signal }),
    // Receipts come a moment later.
    refetchInterval: 5_000,
  });
}

function useChange<I, O>(mutationFn: (input: I) => Promise<O>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => client.invalidateQueries({ queryKey: ['channels'] }),
  });
}

/** Makes a connection, or changes the one of this id. */
export function useSaveConnection(id: string | null) {
  return useChange((draft: ConnectionDraft) =>
    id === null
      ? http.post<Connection>('/api/channels', draft)
      : http.put<Connection>(at(id), draft),
  );
}

export function useRetire(id: string) {
  return useChange(() => http.post(`${at(id)}/retire`));
}

/** The address for receipts, or another one in its place. */
export function useReceiptAddress(id: string) {
  return useMutation({
    mutationFn: (renew: boolean) => http.post<{ path: string }>(`${at(id)}/callback`, { renew }),
  });
}

export function useTry(id: string) {
  return useChange((wish: { phone: string; text: string }) =>
    http.post<Trial>(`${at(id)}/trials`, wish),
  );
}
