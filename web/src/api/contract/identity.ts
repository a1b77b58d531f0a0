import type { Schemas, With } from './exact';

/** `generic`: values that too many records or names hold to mean one person. */
export type IdentitySummary = Schemas['IdentitySummaryView'];
/** `usual…`: as the product comes. */
export type IdentityLimit = Schemas['IdentityLimitView'];
/** What two records have in common where no account or card ties them; `bits`: log2 of the odds. */
export type IdentityLikeness = Schemas['IdentityLikenessView'];
/** What a person decided about who is who. `verdict`: `apart`, or `together`. */
export type IdentityDecision = Schemas['DecisionView'];

/** A pair of records in doubt. `bits`: log2 of the odds that they are one person. */
export type ReviewPair = With<
  Schemas['ReviewPairView'],
  { reason: ReviewReason; fields: ReviewField[] }
>;
export type ReviewReason = 'unsure' | 'apart' | 'sample';
export type ReviewField = With<
  Schemas['ReviewFieldView'],
  { agreement: 'same' | 'near' | 'different' | 'unknown' }
>;
export type ReviewQueue = With<Schemas['ReviewQueueView'], { pairs: ReviewPair[] }>;
/** What somebody said of a pair; `moves`: whether customers are others by it. */
export type ReviewJudgement = Schemas['ReviewJudgementView'];
export type ReviewAnswer = ReviewJudgement['answer'];
/** How far the customers can be trusted that records became. */
export type MatchQuality = Schemas['MatchQualityQualityView'];
export type AlarmedPage = Schemas['MatchQualityAlarmedPage'];
