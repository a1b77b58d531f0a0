import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import {
  http,
  type Campaign,
  type CampaignAdoption,
  type CampaignCost,
  type CampaignDraft,
  type CampaignPerson,
  type CampaignSample,
  type CostSaying,
  type Effect,
  type EntryState,
  type Fate,
  type Goal,
  type Outlook,
  type PastCampaign,
  type Planned,
  type Receipts,
  type Rehearsal,
} from '#api';
import { useLabel } from '#shell';

const at = (id: string) => `/api/campaigns/${encodeURIComponent(id)}`;

export function useCampaigns() {
  return useQuery({
    queryKey: ['campaigns', 'all'],
    queryFn: ({ signal }) => http.get<Campaign[]>('/api/campaigns', { signal }),
  });
}

/** What a campaign is called, by its id as deliveries name it: campaign/c1. */
export function useCampaignNames(): (origin: string) => string | undefined {
  const label = useLabel();
  const { data } = useCampaigns();
  return useCallback(
    (origin) => {
      const found = data?.find((one) => `campaign/${one.id}` === origin);
      return found && label(found.label);
    },
    [data, label],
  );
}

/** Campaigns that the imported log names. */
export function usePast() {
  return useQuery({
    queryKey: ['campaigns', 'past'],
    queryFn: ({ signal }) => http.get<PastCampaign[]>('/api/campaigns/past', { signal }),
  });
}

export function useCampaign(id: string) {
  return useQuery({
    queryKey: ['campaigns', 'one', id],
    queryFn: ({ signal }) => http.get<Campaign>(at(id), { signal }),
    // While its audience is entered the counts grow.
    refetchInterval: (query) => (query.state.data?.state === 'running' ? 1_000 : false),
  });
}

export function useEffectOf(id: string, enabled = true) {
  return useQuery({
    queryKey: ['campaigns', 'effect', id],
    queryFn: ({ signal }) => http.get<Effect>(`${at(id)}/effect`, { signal }),
    enabled,
  });
}

/** What it costs by what is known now, and who said so since it was sent. */
export function useCost(id: string) {
  return useQuery({
    queryKey: ['campaigns', 'cost', id],
    queryFn: ({ signal }) => http.get<CampaignCost>(`${at(id)}/cost`, { signal }),
  });
}

export const PAGE = 20;

export function usePeople(
  id: string,
  state: EntryState | undefined,
  offset: number,
  limit: number,
) {
  return useQuery({
    queryKey: ['campaigns', 'entries', id, state, offset, limit],
    queryFn: ({ signal }) =>
      http.get<CampaignPerson[]>(`${at(id)}/entries`, {
        query: { state, offset, limit },
        signal,
      }),
    placeholderData: keepPreviousData,
  });
}

/** How many a segment would make, and what each size of the control group could show. */
export function useOutlook(
  segment: string | null,
  channel: string,
  windowDays: number,
  metric: Goal,
  worth: number | undefined,
) {
  return useQuery({
    queryKey: ['campaigns', 'outlook', segment, channel, windowDays, metric, worth],
    queryFn: ({ signal }) =>
      http.post<Outlook>(
        '/api/campaigns/outlook',
        { segment, channel, windowDays, metric, worth },
        { signal },
      ),
    enabled: segment !== null,
    placeholderData: keepPreviousData,
  });
}

/** A message as a few real customers would read it. */
export function usePreview(segment: string | null, channel: string, message: string) {
  return useQuery({
    queryKey: ['campaigns', 'preview', segment, channel, message],
    queryFn: ({ signal }) =>
      http.post<CampaignSample[]>(
        '/api/campaigns/preview',
        { segment, channel, message },
        { signal },
      ),
    enabled: segment !== null && message.trim() !== '',
    placeholderData: keepPreviousData,
    retry: false,
  });
}

export function useRehearsal(id: string | null) {
  return useQuery({
    queryKey: ['campaigns', 'rehearsal', id],
    queryFn: ({ signal }) => http.post<Rehearsal>(`${at(id ?? '')}/rehearse`, {}, { signal }),
    enabled: id !== null,
  });
}

export function usePlanned(id: string, fate: Fate | undefined, offset: number, limit: number) {
  return useQuery({
    queryKey: ['campaigns', 'planned', id, fate, offset, limit],
    queryFn: ({ signal }) =>
      http.get<Planned[]>(`${at(id)}/people`, { query: { fate, offset, limit }, signal }),
    placeholderData: keepPreviousData,
  });
}

/** Everything about campaigns is asked for anew; deliveries stand on the page of customers too. */
const refresh = (client: ReturnType<typeof useQueryClient>) =>
  Promise.all(
    ['campaigns', 'customers'].map((key) => client.invalidateQueries({ queryKey: [key] })),
  );

/** Keeps a new draft, or changes the one of this id. */
export function useSaveDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, draft }: { id: string | null; draft: CampaignDraft }) =>
      id === null
        ? http.post<Campaign>('/api/campaigns', draft)
        : http.put<Campaign>(at(id), draft),
    onSuccess: () => refresh(client),
  });
}

export function useAdopt() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (adoption: CampaignAdoption) => http.post<Campaign>('/api/campaigns', adoption),
    onSuccess: () => refresh(client),
  });
}

export function useDeleteDraft() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => http.delete(at(id)),
    onSuccess: () => refresh(client),
  });
}

export function useLaunch() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, knowingly }: { id: string; knowingly: boolean }) =>
      http.post<{ run: number }>(`${at(id)}/launch`, { knowingly }),
    onSettled: () => refresh(client),
  });
}

/** Enters who is left after the sending was stopped. */
export function useGoOn(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => http.post<{ run: number }>(`${at(id)}/go-on`),
    onSettled: () => refresh(client),
  });
}

/** Keeps a sending that waits for the sending hours from going on by itself. */
export function useHold(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => http.post(`${at(id)}/hold`),
    onSettled: () => refresh(client),
  });
}

/** Adds or corrects the cost of a campaign that was sent. */
export function useStateCost(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (saying: CostSaying) => http.put<CampaignCost>(`${at(id)}/cost`, saying),
    // Refused because of another's correction, the newest is to be seen.
    onSettled: () => refresh(client),
  });
}

export type ListFormat = 'xlsx' | 'csv';

/** The list for whoever sends it, as a file. */
export function useDownload(id: string) {
  return useMutation({
    mutationFn: (format: ListFormat) => http.download(`${at(id)}/file?format=${format}`),
  });
}

export function useReceipts(id: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (file: File) => http.upload<Receipts>(`${at(id)}/receipts`, file),
    onSuccess: () =>
      Promise.all([refresh(client), client.invalidateQueries({ queryKey: ['runs'] })]),
  });
}
