import { http, type TagView } from '#api';
import { isNamed, type Found } from '#shell';

/** Tags by a part of their name. */
export async function findTags(text: string, signal: AbortSignal): Promise<Found[]> {
  const all = await http.get<TagView[]>('/api/tags', { signal });
  return all
    .filter((one) => isNamed(one.label, text))
    .map((one) => ({
      to: `/tags/${encodeURIComponent(one.id)}`,
      label: one.label,
      note: String(one.holders),
    }));
}
