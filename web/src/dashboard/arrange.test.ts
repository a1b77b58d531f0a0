import { describe, expect, it } from 'vitest';
import type { Tile } from '#api';
import { arranged, freshId, inOrder, moved, renamed } from './arrange';

const tile = (id: string, w = 6, x = 0, y = 0): Tile => ({
  id,
  title: { zh: id, en: id },
  insight: { type: 'breakdown', trait: 'tag/rfm' },
  chart: 'revenue',
  x,
  y,
  w,
  h: 4,
});
const places = (tiles: Tile[]) => tiles.map(({ id, x, y, w }) => `${id} ${x},${y} ${w}`);

describe('tiles', () => {
  it('stand two halves a row, a wide one alone', () => {
    expect(
      places(arranged([tile('a'), tile('b'), tile('c', 12), tile('d'), tile('e', 12)])),
    ).toEqual(['a 0,0 6', 'b 6,0 6', 'c 0,4 12', 'd 0,8 6', 'e 0,12 12']);
  });

  it('of other widths become the nearest of the two', () => {
    expect(places(arranged([tile('a', 3), tile('b', 4), tile('c', 8)]))).toEqual([
      'a 0,0 6',
      'b 6,0 6',
      'c 0,4 12',
    ]);
  });

  it('are read by row, then from the left', () => {
    const tiles = [tile('c', 12, 0, 4), tile('b', 6, 6, 0), tile('a', 6, 0, 0)];
    expect(inOrder(tiles).map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  it('are moved past those between', () => {
    const tiles = ['a', 'b', 'c', 'd'].map((id) => tile(id));
    const ids = (from: number, to: number) =>
      moved(tiles, from, to)
        .map(({ id }) => id)
        .join('');
    expect([ids(0, 2), ids(3, 0), ids(1, 2), ids(0, 0), ids(0, -1)]).toEqual([
      'bcad',
      'dabc',
      'acbd',
      'abcd',
      'abcd',
    ]);
  });

  it('get ids that are free', () => {
    expect(freshId([])).toBe('t1');
    expect(freshId([tile('revenue'), tile('t7'), tile('t2')])).toBe('t8');
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
