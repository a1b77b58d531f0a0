import type { Label, Tile } from '#api';

/** The board is this many columns wide. */
export const COLUMNS = 12;
export const HALF = 6;
const HEIGHT = 4;
const LOWEST = 1;
const TALLEST = 12;

/** Where a tile stands, in columns and rows. */
export type Place = Pick<Tile, 'x' | 'y' | 'w' | 'h'>;

/** Tiles in the order in which one reads them: by row, then from left to right. */
export const inOrder = (tiles: readonly Tile[]): Tile[] =>
  [...tiles].sort((a, b) => a.y - b.y || a.x - b.x);

const overlap = (a: Place, b: Place): boolean =>
  a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;

/**
 * Tiles without overlaps and without empty rows above them, in reading order: each falls up until it
 * meets another, and gives way downwards to those before it. `first` stands before those that share
 * its row.
 */
export function settled(tiles: readonly Tile[], first?: string): Tile[] {
  const before = (tile: Tile) => (tile.id === first ? 0 : 1);
  const order = [...tiles].sort((a, b) => a.y - b.y || before(a) - before(b) || a.x - b.x);
  const placed: Tile[] = [];
  for (const tile of order) {
    const isFree = (y: number) => placed.every((one) => !overlap(one, { ...tile, y }));
    let { y } = tile;
    while (!isFree(y)) y += 1;
    while (y > 0 && isFree(y - 1)) y -= 1;
    placed.push({ ...tile, y });
  }
  return inOrder(placed);
}

/** A figure needs two columns to be read, whatever has axes or words three. */
const narrowest = ({ chart }: Pick<Tile, 'chart'>): number => (chart === 'number' ? 2 : 3);

/** A place within the board, whatever was asked for. */
function within({ x, y, w, h, chart }: Place & Pick<Tile, 'chart'>): Place {
  const width = Math.min(COLUMNS, Math.max(narrowest({ chart }), w));
  return {
    x: Math.min(COLUMNS - width, Math.max(0, x)),
    y: Math.max(0, y),
    w: width,
    h: Math.min(TALLEST, Math.max(LOWEST, h)),
  };
}

/**
 * One tile moved or resized, the others giving way; put right upon another of its size, the two
 * change places.
 */
export function placed(tiles: readonly Tile[], id: string, change: Partial<Place>): Tile[] {
  const tile = tiles.find((one) => one.id === id);
  if (!tile) return [...tiles];
  const target = within({ ...tile, ...change });
  const isThere = (one: Tile) =>
    one.id !== id &&
    one.x === target.x &&
    one.y === target.y &&
    one.w === target.w &&
    one.h === target.h;
  return settled(
    tiles.map((one) => {
      if (one.id === id) return { ...one, ...target };
      return isThere(one) ? { ...one, x: tile.x, y: tile.y } : one;
    }),
    id,
  );
}

/** A tile moved one step by its keys: past the tile above or below, or by a column. */
export function stepped(tiles: readonly Tile[], id: string, dx: number, dy: number): Tile[] {
  const tile = tiles.find((one) => one.id === id);
  if (!tile) return [...tiles];
  if (dy === 0) return placed(tiles, id, { x: tile.x + dx });
  if (dy < 0) {
    const above = tiles
      .filter((one) => one.y < tile.y && one.x < tile.x + tile.w && tile.x < one.x + one.w)
      .map((one) => one.y);
    return placed(tiles, id, { y: above.length > 0 ? Math.max(...above) : 0 });
  }
  const below = tiles
    .filter((one) => one.y > tile.y && one.x < tile.x + tile.w && tile.x < one.x + one.w)
    .toSorted((a, b) => a.y - b.y)[0];
  if (!below) return [...tiles];
  // The one below takes this one's row, and this one stands under it.
  return settled(
    tiles.map((one) =>
      one.id === id
        ? { ...one, y: tile.y + below.h }
        : one.id === below.id
          ? { ...one, y: tile.y }
          : one,
    ),
    below.id,
  );
}

/**
 * A tile moved before its neighbour in reading order, or after it: what up and down mean where all
 * tiles stand one below the other. Two of one size change places; two of one row change sides; else
 * the one comes to stand above the other.
 */
export function turned(tiles: readonly Tile[], id: string, step: -1 | 1): Tile[] {
  const order = inOrder(tiles);
  const at = order.findIndex((one) => one.id === id);
  const tile = order[at];
  const other = order[at + step];
  if (!tile || !other) return [...tiles];
  const [before, after] = step < 0 ? [other, tile] : [tile, other];
  const put = (places: Record<string, Partial<Place>>) =>
    settled(
      tiles.map((one) => ({ ...one, ...places[one.id] })),
      after.id,
    );
  if (before.w === after.w && before.h === after.h)
    return put({
      [before.id]: { x: after.x, y: after.y },
      [after.id]: { x: before.x, y: before.y },
    });
  if (before.y === after.y && before.x + before.w <= after.x)
    return put({
      [before.id]: { x: after.x + after.w - before.w },
      [after.id]: { x: before.x },
    });
  return put({ [after.id]: { y: before.y }, [before.id]: { y: before.y + after.h } });
}

/** A tile put at the foot of a board. */
export function added(tiles: readonly Tile[], tile: Tile): Tile[] {
  const foot = Math.max(0, ...tiles.map((one) => one.y + one.h));
  return settled([...tiles, { ...tile, ...within({ ...tile, x: beside(tiles, tile), y: foot }) }]);
}

/** Right of what stands at the foot, where there is room. */
function beside(tiles: readonly Tile[], tile: Tile): number {
  const foot = Math.max(0, ...tiles.map((one) => one.y + one.h));
  const last = tiles.filter((one) => one.y + one.h === foot);
  const right = Math.max(0, ...last.map((one) => one.x + one.w));
  return right + tile.w <= COLUMNS ? right : 0;
}

/** How large a tile is at first: figures are small, words are low. */
export function usualSize(chart: string, width = HALF): Pick<Place, 'w' | 'h'> {
  if (chart === 'text') return { w: COLUMNS, h: LOWEST };
  return chart === 'number' ? { w: 3, h: 2 } : { w: width, h: HEIGHT };
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
