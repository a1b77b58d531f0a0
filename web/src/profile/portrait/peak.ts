import type { RhythmCell } from '#api';

/** The one cell with the most orders, where there is one; and all orders. */
export function peakOf(cells: readonly RhythmCell[]): { peak: RhythmCell | null; orders: number } {
  const orders = cells.reduce((sum, cell) => sum + cell.orders, 0);
  const [first, second] = cells.toSorted((a, b) => b.orders - a.orders);
  const stands = first !== undefined && first.orders > 1 && first.orders > (second?.orders ?? 0);
  return { peak: stands ? first : null, orders };
}
