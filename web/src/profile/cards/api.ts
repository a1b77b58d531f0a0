import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, type CardVerdict, type SuspectCards } from '#api';

export const STATES = ['open', 'shared', 'own'] as const;
export type CardState = (typeof STATES)[number];

/** Cards that several people seem to use, the biggest spenders first. */
export function useCards(state: CardState, offset: number, limit: number) {
  return useQuery({
    queryKey: ['customers', 'cards', state, offset, limit],
    queryFn: ({ signal }) =>
      http.get<SuspectCards>('/api/profile/cards', { query: { state, offset, limit }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Decides about a card; figures follow with the run that begins. */
export function useDecide() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ customer, ...verdict }: CardVerdict & { customer: number }) =>
      http.put<undefined>(`/api/profile/cards/${customer}`, verdict),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['customers'] }),
        client.invalidateQueries({ queryKey: ['runs'] }),
      ]),
  });
}
