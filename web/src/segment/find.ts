import { http, type SegmentView } from '#api';
import { isNamed, type Found } from '#shell';

/** Segments by a part of their name. */
export async function findSegments(text: string, signal: AbortSignal): Promise<Found[]> {
  const all = await http.get<SegmentView[]>('/api/segments', { signal });
  return all
    .filter((segment) => isNamed(segment.label, text))
    .map(({ id, label, size }) => ({
      to: `/segments/${encodeURIComponent(id)}`,
      label,
      note: String(size),
    }));
}
