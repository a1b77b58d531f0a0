import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { http, type CardsLeftOut, type CardVerdict, type SuspectCards } from '#api';

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

/** The kinds of confirmed cards, in the order in which they are told. */
export const KINDS = ['staff', 'shared', 'reseller'] as const;
export type CardKind = (typeof KINDS)[number];

/** Which kinds figures leave out, and how many cards of each. */
export function useLeftOut() {
  return useQuery({
    queryKey: ['customers', 'cards', 'left-out'],
    queryFn: ({ signal }) => http.get<CardsLeftOut>('/api/profile/cards/left-out', { signal }),
  });
}

/** Chooses the kinds; every figure follows with the run that begins. */
export function useLeaveOut() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (kinds: CardsLeftOut['kinds']) =>
      http.put<CardsLeftOut>('/api/profile/cards/left-out', kinds),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['customers'] }),
        client.invalidateQueries({ queryKey: ['runs'] }),
      ]),
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
