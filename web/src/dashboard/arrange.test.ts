import { describe, expect, it } from 'vitest';
import type { Tile } from '#api';
import {
  added,
  freshId,
  inOrder,
  placed,
  renamed,
  settled,
  stepped,
  turned,
  usualSize,
} from './arrange';

/** `a 0,0 6×4`: its id, column and row, width and height. */
const tile = (text: string): Tile => {
  const [id = '', x, y, w, h] = text.split(/[ ,×]/);
  return {
    id,
    title: { zh: id, en: id },
    insight: { type: 'breakdown', trait: 'tag/rfm' },
    chart: 'revenue',
    x: Number(x),
    y: Number(y),
    w: Number(w),
    h: Number(h),
  };
};
const tiles = (...texts: string[]) => texts.map(tile);
const places = (all: Tile[]) => all.map(({ id, x, y, w, h }) => `${id} ${x},${y} ${w}×${h}`);

/** Two halves side by side, and a wide one under them. */
const BOARD = tiles('a 0,0 6×4', 'b 6,0 6×4', 'c 0,4 12×2');

describe('tiles', () => {
  it('fall up to those above them, and give way to those before them', () => {
    expect(places(settled(tiles('a 0,3 6×2', 'b 0,9 12×1')))).toEqual(['a 0,0 6×2', 'b 0,2 12×1']);
    expect(places(settled(tiles('a 0,0 6×4', 'b 3,1 6×2')))).toEqual(['a 0,0 6×4', 'b 3,4 6×2']);
  });

  it('are moved, and the others give way', () => {
    expect(places(placed(BOARD, 'c', { y: 0 }))).toEqual(['c 0,0 12×2', 'a 0,2 6×4', 'b 6,2 6×4']);
    expect(places(placed(BOARD, 'b', { x: 1, y: 0 }))).toEqual([
      'b 1,0 6×4',
      'a 0,4 6×4',
      'c 0,8 12×2',
    ]);
  });

  it('change places with one of their size that they are put upon', () => {
    expect(places(placed(BOARD, 'b', { x: 0, y: 0 }))).toEqual([
      'b 0,0 6×4',
      'a 6,0 6×4',
      'c 0,4 12×2',
    ]);
  });

  it('are resized, never past the edge, never too narrow to be read', () => {
    expect(places(placed(BOARD, 'a', { w: 8 }))).toEqual(['a 0,0 8×4', 'b 6,4 6×4', 'c 0,8 12×2']);
    expect(places(placed(BOARD, 'c', { w: 0, h: 0 }))).toEqual([
      'a 0,0 6×4',
      'b 6,0 6×4',
      'c 0,4 3×1',
    ]);
    const figures = BOARD.map((tile) => ({ ...tile, chart: 'number' }));
    expect(places(placed(figures, 'c', { w: 1 })).at(-1)).toBe('c 0,4 2×2');
    expect(places(placed(BOARD, 'b', { x: 40 }))).toEqual(places(BOARD));
  });

  it('are stepped by keys past what stands above or below', () => {
    expect(places(stepped(BOARD, 'c', 0, -1))).toEqual(['c 0,0 12×2', 'a 0,2 6×4', 'b 6,2 6×4']);
    expect(places(stepped(tiles('a 0,0 12×2', 'b 0,2 12×4'), 'a', 0, 1))).toEqual([
      'b 0,0 12×4',
      'a 0,4 12×2',
    ]);
    expect(places(stepped(BOARD, 'c', 0, 1))).toEqual(places(BOARD));
    expect(places(stepped(tiles('a 0,0 6×4'), 'a', 1, 0))).toEqual(['a 1,0 6×4']);
  });

  it('are turned with the neighbour that one reads before or after them', () => {
    // Of one size: they change places. Of one row: they change sides. Else: one above the other, a
    // wide one above a whole row.
    expect(places(turned(BOARD, 'b', -1))).toEqual(['b 0,0 6×4', 'a 6,0 6×4', 'c 0,4 12×2']);
    expect(places(turned(tiles('a 0,0 3×4', 'b 3,0 9×4'), 'a', 1))).toEqual([
      'b 0,0 9×4',
      'a 9,0 3×4',
    ]);
    expect(places(turned(BOARD, 'c', -1))).toEqual(['c 0,0 12×2', 'a 0,2 6×4', 'b 6,2 6×4']);
    expect(places(turned(tiles('a 0,0 12×2', 'b 0,2 6×4'), 'a', 1))).toEqual([
      'b 0,0 6×4',
      'a 0,4 12×2',
    ]);
    expect(places(turned(BOARD, 'a', -1))).toEqual(places(BOARD));
    expect(places(turned(BOARD, 'c', 1))).toEqual(places(BOARD));
  });

  it('are added at the foot, beside the last where there is room', () => {
    expect(places(added(BOARD, tile('d 0,0 6×4'))).at(-1)).toBe('d 0,6 6×4');
    expect(places(added(tiles('a 0,0 6×4'), tile('d 0,0 6×4')))).toEqual([
      'a 0,0 6×4',
      'd 6,0 6×4',
    ]);
  });

  it('are read by row, then from the left', () => {
    const found = inOrder(tiles('c 0,4 12×2', 'b 6,0 6×4', 'a 0,0 6×4'));
    expect(found.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('are as large as what they show', () => {
    expect([usualSize('number'), usualSize('text'), usualSize('bar', 12)]).toEqual([
      { w: 3, h: 2 },
      { w: 12, h: 1 },
      { w: 12, h: 4 },
    ]);
  });

  it('get ids that are free', () => {
    expect(freshId([])).toBe('t1');
    expect(freshId(tiles('revenue 0,0 6×4', 't7 0,0 6×4', 't2 0,0 6×4'))).toBe('t8');
  });
});

it('a name is typed in both languages, or over the one of two that is read', () => {
  expect(renamed('春季', 'zh', '夏季')).toEqual({ zh: '夏季', en: '夏季' });
  expect(renamed({ zh: '春季', en: '春季' }, 'en', 'Summer')).toEqual({
    zh: 'Summer',
    en: 'Summer',
  });
  expect(renamed({ zh: '经营概览', en: 'Overview' }, 'zh', '总览')).toEqual({
    zh: '总览',
    en: 'Overview',
  });
});
