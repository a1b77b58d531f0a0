import type { Mend } from '#api';

export type Way = Mend['type'];

/** A repair while it is being filled in: every box keeps what was typed, whichever way is chosen. */
export interface Draft {
  way: Way;
  find: string;
  with: string;
  becomes: string;
  /** All cells are emptied on purpose, not because nothing was typed yet. */
  emptied: boolean;
  each: Record<string, string>;
}

export const EMPTY: Draft = {
  way: 'replace',
  find: '',
  with: '',
  becomes: '',
  emptied: false,
  each: {},
};

/** Changes nothing: lists the values as they are. */
export const NOTHING: Mend = { type: 'each', becomes: {} };

/** What to make of the values, once enough was typed to make anything of them. */
export function mendOf(draft: Draft): Mend {
  switch (draft.way) {
    case 'replace':
      return draft.find === '' ? NOTHING : { type: 'replace', find: draft.find, with: draft.with };
    case 'all':
      return draft.becomes.trim() === '' && !draft.emptied
        ? NOTHING
        : { type: 'all', becomes: draft.emptied ? '' : draft.becomes };
    case 'each':
      return { type: 'each', becomes: draft.each };
  }
}
