import type { Campaign, Effect, Goal, Interval } from '#api';

/** What may be said about a campaign in a few words; each kind forbids the ones below it. */
export type Headline =
  /** No order later than the launch has been imported, or nobody is entered yet. */
  | { kind: 'waiting' }
  /** Nobody was held back: there is nothing to compare with. */
  | { kind: 'alone' }
  /** The groups are not of the planned sizes. */
  | { kind: 'broken' }
  /** Too few who bought. */
  | { kind: 'thin'; n: number }
  /**
   * A difference in what the campaign is for, and whether it is one. `drawn`: chance made the
   * groups, so it is an effect.
   */
  | {
      kind: 'measured';
      sign: 'more' | 'less' | 'unclear';
      goal: Goal;
      span: Interval;
      drawn: boolean;
    };

export function headline(effect: Effect): Headline {
  const treated = armOf(effect, 'treated');
  const control = armOf(effect, 'control');
  if (effect.arms.length === 0 || effect.knowledge.endsBefore) return { kind: 'waiting' };
  if (!control || control.people === 0) return { kind: 'alone' };
  if (effect.srm?.alarm) return { kind: 'broken' };
  const span =
    effect.goal === 'REVENUE'
      ? effect.cautions.some(({ code }) => code === FEW_BUYERS)
        ? undefined
        : effect.revenue?.perHead
      : effect.conversion?.absolute;
  if (!effect.enough || !span)
    return { kind: 'thin', n: (treated?.converted ?? 0) + control.converted };
  return {
    kind: 'measured',
    sign: span.low > 0 ? 'more' : span.high < 0 ? 'less' : 'unclear',
    goal: effect.goal,
    span,
    drawn: Boolean(effect.srm),
  };
}

/** Revenue is decided by a few large orders until that many have bought. */
const FEW_BUYERS = 'experiment.few-buyers';

export const armOf = (effect: Effect, arm: 'treated' | 'control') =>
  effect.arms.find((one) => one.arm === arm);

/** Whether there can be an effect at all yet. */
export const isMeasurable = (campaign: Campaign): boolean =>
  campaign.state === 'sent' || campaign.state === 'closed';

/** The parts that everybody of the audience falls into, in the order in which they are told. */
export const PARTS = [
  'DELIVERED',
  'SENT',
  'FAILED',
  'UNCERTAIN',
  'CLAIMED',
  'REFUSED',
  'HELD_OUT',
] as const;
