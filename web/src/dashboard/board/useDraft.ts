import { useCallback, useState } from 'react';
import type { Label, Tile } from '#api';

export interface Draft {
  label: Label;
  tiles: Tile[];
}

interface State {
  now: Draft;
  before: Draft[];
  /** What the latest change was about: typing on in one place is one change. */
  about: string | null;
}

const DEEPEST = 50;

/** A board as it is being rearranged, and the way back, one change at a time. */
export function useDraft() {
  const [state, setState] = useState<State | null>(null);
  const begin = useCallback((draft: Draft) => {
    setState({ now: draft, before: [], about: null });
  }, []);
  const end = useCallback(() => setState(null), []);
  /** `about` is given for what is typed: `title t1`. */
  const change = useCallback((next: (now: Draft) => Draft, about: string | null = null) => {
    setState((state) => {
      if (!state) return null;
      const goesOn = about !== null && about === state.about;
      return {
        now: next(state.now),
        before: goesOn ? state.before : [...state.before.slice(1 - DEEPEST), state.now],
        about,
      };
    });
  }, []);
  const undo = useCallback(() => {
    setState((state) => {
      const last = state?.before.at(-1);
      return state && last ? { now: last, before: state.before.slice(0, -1), about: null } : state;
    });
  }, []);
  return {
    draft: state?.now ?? null,
    changed: (state?.before.length ?? 0) > 0,
    begin,
    end,
    change,
    undo,
  };
}
