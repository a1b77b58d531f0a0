import type { Label, Tile } from '#api';

/** The board is this many columns wide; a tile takes half of it or all. */
export const COLUMNS = 12;
export const HALF = 6;
const HEIGHT = 4;

/** Tiles in the order in which one reads them: by row, then from left to right. */
export const inOrder = (tiles: readonly Tile[]): Tile[] =>
  [...tiles].sort((a, b) => a.y - b.y || a.x - b.x);

export const isWide = (tile: Tile): boolean => tile.w > HALF;

/**
 * Gives tiles their places in this order: two halves side by side, a wide one alone. A half whose
 * neighbour does not fit leaves the rest of its row empty.
 */
export function arranged(tiles: readonly Tile[]): Tile[] {
  let [x, y] = [0, 0];
  return tiles.map((tile) => {
    const w = isWide(tile) ? COLUMNS : HALF;
    if (x + w > COLUMNS) [x, y] = [0, y + HEIGHT];
    const placed = { ...tile, x, y, w, h: HEIGHT };
    x += w;
    return placed;
  });
}

/** The tile at one place put to another, those between moving up. */
export function moved(tiles: readonly Tile[], from: number, to: number): Tile[] {
  const rest = [...tiles];
  const [tile] = rest.splice(from, 1);
  if (tile) rest.splice(Math.max(0, to), 0, tile);
  return rest;
}

/** An id that no tile of the board has: t1, t2 … */
export function freshId(tiles: readonly Tile[]): string {
  const numbers = tiles.map(({ id }) => Number(/^t(\d{1,6})$/.exec(id)?.[1] ?? 0));
  return `t${Math.max(0, ...numbers) + 1}`;
}

/** A name typed over another: in this language, and in the other where both said the same. */
export function renamed(label: Label | string, locale: 'zh' | 'en', text: string): Label {
  if (typeof label === 'string' || label.zh === label.en) return { zh: text, en: text };
  return { ...label, [locale]: text };
}
