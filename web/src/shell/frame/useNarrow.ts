import { useSyncExternalStore } from 'react';

const query = window.matchMedia('(max-width: 767px)');
const subscribe = (listener: () => void) => {
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
};

/** True on a phone: navigation folds, tables become cards. The style sheets use the same width. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => query.matches);
