import { useEffect, useRef, useState, type PointerEvent, type RefObject } from 'react';
import type { Tile } from '#api';
import { COLUMNS, placed } from '../arrange';

/** A row of the board in pixels, and what lies between two; the style sheet says the same. */
export const ROW = 92;
export const GAP = 16;

type How = 'move' | 'resize';

interface Carried {
  id: string;
  how: How;
  from: { x: number; y: number };
  tiles: Tile[];
}

/**
 * Moving and resizing tiles by pointer: while one is held, the board shows how it would stand; let
 * go of, that is one change; with Escape all is as before.
 */
export function useCarry(
  grid: RefObject<HTMLElement | null>,
  tiles: Tile[],
  onChange: (tiles: Tile[]) => void,
) {
  const held = useRef<Carried | null>(null);
  const [preview, setPreview] = useState<{ id: string; tiles: Tile[] } | null>(null);
  const letGo = () => {
    held.current = null;
    setPreview(null);
  };

  useEffect(() => {
    if (!preview) return;
    const cancel = (event: KeyboardEvent) => {
      if (event.key === 'Escape') letGo();
    };
    window.addEventListener('keydown', cancel);
    return () => window.removeEventListener('keydown', cancel);
  }, [preview]);

  const target = (event: PointerEvent): Tile[] | null => {
    const { current } = held;
    const tile = current?.tiles.find((one) => one.id === current.id);
    if (!current || !tile || !grid.current) return null;
    const column = (grid.current.clientWidth + GAP) / COLUMNS;
    const dx = Math.round((event.pageX - current.from.x) / column);
    const dy = Math.round((event.pageY - current.from.y) / (ROW + GAP));
    return placed(
      current.tiles,
      current.id,
      current.how === 'move'
        ? { x: tile.x + dx, y: tile.y + dy }
        : { w: tile.w + dx, h: tile.h + dy },
    );
  };

  /** What a handle of a tile needs. */
  const handle = (id: string, how: How) => ({
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.preventDefault();
      event.currentTarget.setPointerCapture(event.pointerId);
      held.current = { id, how, from: { x: event.pageX, y: event.pageY }, tiles };
      setPreview({ id, tiles });
    },
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const next = target(event);
      if (next) setPreview({ id, tiles: next });
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const next = target(event);
      letGo();
      if (next?.some((one, i) => !isAlike(one, tiles[i]))) onChange(next);
    },
    onPointerCancel: letGo,
  });

  return { shown: preview?.tiles ?? tiles, carried: preview?.id ?? null, handle };
}

const isAlike = (a: Tile, b: Tile | undefined): boolean =>
  a.id === b?.id && a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;
