import { useSyncExternalStore } from 'react';
import type { Locale } from '#style';

/** What a person chose on this device; the language is kept on the server as well. */
export interface Preferences {
  locale: Locale | null;
  ground: 'light' | 'dark' | 'system';
  /** The colour of a rise. Null follows the language: red in Chinese, green in English. */
  rise: 'red' | 'green' | null;
}

const KEY = 'gongbi.preferences';
const listeners = new Set<() => void>();
let held: Preferences = read();

function read(): Preferences {
  const none: Preferences = { locale: null, ground: 'light', rise: null };
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Preferences>;
    return { ...none, ...kept };
  } catch {
    return none;
  }
}

export function prefer(change: Partial<Preferences>): void {
  held = { ...held, ...change };
  try {
    localStorage.setItem(KEY, JSON.stringify(held));
  } catch {
    // A browser that keeps nothing still shows the choice until the page is left.
  }
  listeners.forEach((listener) => listener());
}

export const preferred = (): Preferences => held;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, preferred);
