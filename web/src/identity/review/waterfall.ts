import type { ReviewPair } from '#api';

/** Beyond this many bits, a million to one, nobody counts on. */
const CERTAIN = 20;

/** A step of the way to the chance: where it begins and ends, in bits. */
export interface Step {
  from: number;
  to: number;
  bits: number;
}

/** The chance that two are one person, of the logarithm of the odds. */
export const chanceOf = (bits: number): number =>
  1 / (1 + 2 ** -Math.max(-CERTAIN, Math.min(CERTAIN, bits)));

/** Each step begins where the one before it ended; `low` and `high` hold all of them, and 0. */
export function waterfall(pair: Pick<ReviewPair, 'before' | 'bits' | 'steps'>): {
  steps: Step[];
  low: number;
  high: number;
} {
  const steps: Step[] = [];
  let at = 0;
  for (const bits of [pair.before, ...pair.steps.map((step) => step.bits)]) {
    steps.push({ from: at, to: at + bits, bits });
    at += bits;
  }
  const ends = [0, pair.bits, ...steps.map((step) => step.to)];
  return { steps, low: Math.min(...ends), high: Math.max(...ends) };
}
