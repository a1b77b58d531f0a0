import { http, type DashboardEntry } from '#api';
import { isNamed, type Found } from '#shell';

/** Boards by a part of their name. */
export async function findBoards(text: string, signal: AbortSignal): Promise<Found[]> {
  const all = await http.get<DashboardEntry[]>('/api/dashboards', { signal });
  return all
    .filter((board) => isNamed(board.label, text))
    .map(({ id, label }) => ({ to: `/boards/${encodeURIComponent(id)}`, label }));
}
