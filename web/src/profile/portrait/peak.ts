import type { RhythmCell } from '#api';

type Cell = Pick<RhythmCell, 'weekday' | 'hour' | 'orders'>;

/** The one cell with the most orders, where there is one; and all orders. */
export function peakOf(cells: readonly Cell[]): { peak: Cell | null; orders: number } {
  const orders = cells.reduce((sum, cell) => sum + cell.orders, 0);
  const [first, second] = cells.toSorted((a, b) => b.orders - a.orders);
  const stands = first !== undefined && first.orders > 1 && first.orders > (second?.orders ?? 0);
  return { peak: stands ? first : null, orders };
}
