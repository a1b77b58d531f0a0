import { http, type Campaign } from '#api';
import { isNamed, type Found } from '#shell';

/** Campaigns by a part of their name. */
export async function findCampaigns(text: string, signal: AbortSignal): Promise<Found[]> {
  const all = await http.get<Campaign[]>('/api/campaigns', { signal });
  return all
    .filter((one) => isNamed(one.label, text))
    .map((one) => ({ to: `/campaigns/${encodeURIComponent(one.id)}`, label: one.label }));
}
