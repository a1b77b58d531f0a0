import { useEffect, useEffectEvent } from 'react';
import type { ReviewAnswer } from '#api';

/** By which keys a pair is judged; shown on the buttons. */
export const KEYS: Record<ReviewAnswer, string[]> = {
  same: ['1', 'ArrowLeft'],
  different: ['2', 'ArrowRight'],
  unsure: ['3'],
};
export const UNDO_KEY = 'z';

/** Judges by keyboard, wherever nobody types or chooses. */
export function useKeys(on: boolean, judge: (answer: ReviewAnswer) => void, undo: () => void) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    const at = event.target;
    if (at instanceof HTMLElement && at.closest('input, textarea, [role=dialog], [role=listbox]'))
      return;
    if (event.key === UNDO_KEY) {
      event.preventDefault();
      undo();
      return;
    }
    for (const answer of Object.keys(KEYS) as ReviewAnswer[]) {
      if (!KEYS[answer].includes(event.key)) continue;
      event.preventDefault();
      judge(answer);
    }
  });
  useEffect(() => {
    if (!on) return;
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, [on]);
}
