import type { ReactNode } from 'react';
import type { Label, Right } from '#api';

/** One thing that a search found: what it is called, where it is, and what tells it from others. */
export interface Found {
  to: string;
  label: string | Label;
  note?: string;
}

/** What a folder lets people find by name. */
export interface Finder {
  /** Key of the heading over what was found, with its folder: `profile:title`. */
  text: string;
  icon: ReactNode;
  /** The few that fit best; at most `MOST` are shown. */
  find: (text: string, signal: AbortSignal) => Promise<Found[]>;
}

/** Something to be done rather than found: import, draw a segment. */
export interface Act {
  to: string;
  text: string;
  right?: Right;
  /** It holds for all customers: who sees some of them only is not offered it. */
  overAll?: boolean;
}

/** How many of one kind are shown. */
export const MOST = 5;

/** Found in either language, whatever the screen speaks: people remember the name they gave. */
export function isNamed(label: string | Label, text: string): boolean {
  const names = typeof label === 'string' ? [label] : [label.zh, label.en];
  return names.some((name) => name.toLowerCase().includes(text.toLowerCase()));
}
