import { useMemo, useState, type KeyboardEvent, type RefObject } from 'react';
import type { Engine } from './engine';
import { marksOf, type DrawnMark } from './mark';
import type { Option } from './pen';

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** From mark to mark by the arrow keys, Home and End; Enter opens the mark one stands on. */
export function useWalk(
  option: Option,
  engine: RefObject<Engine | null>,
  onMark?: (row: number, column: string) => void,
) {
  const marks = useMemo(() => marksOf(option), [option]);
  const [at, setAt] = useState<number | null>(null);
  const mark = at === null ? undefined : marks[Math.min(at, marks.length - 1)];

  const show = (one: DrawnMark | undefined, type: 'highlight' | 'downplay') => {
    if (!one) return;
    const place = { seriesIndex: one.series, dataIndex: one.place };
    engine.current?.dispatchAction({ type, ...place });
    engine.current?.dispatchAction(
      type === 'highlight' ? { type: 'showTip', ...place } : { type: 'hideTip' },
    );
  };
  const go = (to: number) => {
    show(mark, 'downplay');
    const next = Math.min(marks.length - 1, Math.max(0, to));
    setAt(next);
    show(marks[next], 'highlight');
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = STEPS[event.key];
    if (step !== undefined) go(at === null ? (step > 0 ? 0 : marks.length - 1) : at + step);
    else if (event.key === 'Home') go(0);
    else if (event.key === 'End') go(marks.length - 1);
    else if ((event.key === 'Enter' || event.key === ' ') && mark) onMark?.(mark.row, mark.column);
    else return;
    event.preventDefault();
  };
  return {
    mark,
    at: at ?? 0,
    most: marks.length - 1,
    onKeyDown,
    onBlur: () => show(mark, 'downplay'),
  };
}
