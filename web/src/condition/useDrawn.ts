import { useEffect, useMemo, useReducer, useRef } from 'react';
import { useSearchParams } from 'react-router';
import type { Cap, Condition } from '#api';
import { useCount } from './api';
import { empty } from './draft';
import { canvasOf, edit } from './edit';
import { faultsByRule } from './faults';
import { inAddress } from './link';
import { read } from './read';
import { useDelayed } from '#shell';
import { write } from './write';

/**
 * A condition while it is drawn: the canvas, what it says so far, and who meets it. It is asked a
 * moment after the last click, and stands in the address, so that it can be sent to somebody and
 * survives a reload. With a cap it is also counted how many of them have a place.
 */
export function useDrawn(initial: Condition | null, cap?: Cap) {
  const [canvas, dispatch] = useReducer(edit, initial, (condition) =>
    canvasOf((condition && read(condition)) ?? empty),
  );
  const { condition, gaps, places } = useMemo(() => write(canvas.draft), [canvas.draft]);
  const asked = useDelayed(condition, 300);
  useKeptInAddress(asked);
  const count = useCount(asked, useDelayed(cap, 300));
  return { canvas, dispatch, condition, gaps, places, asked, count };
}

export type Drawn = ReturnType<typeof useDrawn>;

/** What is wrong with single rules: as saving them was refused, or else counting them. */
export const faultsOf = ({ places, count }: Drawn, refusal: unknown, root: string) =>
  refusal ? faultsByRule(places, refusal, root) : faultsByRule(places, count.error);

function useKeptInAddress(condition: Condition) {
  const [, setSearch] = useSearchParams();
  const text = inAddress(condition);
  const first = useRef(text);
  useEffect(() => {
    if (text === first.current) return;
    first.current = '';
    setSearch(
      (now) => {
        now.set('who', text);
        return now;
      },
      { replace: true },
    );
  }, [text, setSearch]);
}
