import type { Label } from '#api';

/**
 * A text that a person typed stands in both languages; one that was left as it was keeps what it is
 * called in the other.
 */
export const renamed = (before: Label | undefined, typed: string, shown: string): Label =>
  before && typed === shown ? before : { zh: typed, en: typed };
