import type { Schemas, With } from './exact';

/** `generic`: values that too many records or names hold to mean one person. */
export type IdentitySummary = Schemas['IdentitySummaryView'];
/** How far each type of identifier is believed, the most trusted first. */
export type IdRules = Schemas['IdRuleRulesView'];
export type IdRule = Schemas['IdRuleRuleView'];
export type IdUse = Schemas['IdRulesUse'];
/** What the rule of a type is to be. */
export type IdRuleAsked = Schemas['IdRuleRuleBody'];
/** Rules that were tried, and what they would change once that is known. */
export type IdRuleTrial = Schemas['IdRuleTrialView'];
export type IdRuleOutcome = Schemas['IdRuleOutcomeView'];
export type IdRuleExample = Schemas['IdRuleExampleView'];
/** What two records have in common where no account or card ties them; `bits`: log2 of the odds. */
export type IdentityLikeness = Schemas['IdentityLikenessView'];
/** What a person decided about who is who. `verdict`: `apart`, or `together`. */
export type IdentityDecision = Schemas['DecisionView'];
/** Why two are two, or one; `reason` tells what settled it. */
export type IdentityWhyNot = Schemas['IdentityWhyNotView'];
/** How a customer came to be; links, events and decisions name records by their places. */
export type Growth = Schemas['IdentityGrowthView'];
/** Somebody else who shares a door, a phone or an employer; `holders` of what is shared. */
export type CustomerRelation = Schemas['IdentityRelationView'];
export type RelationCount = Schemas['IdentityRelationCountView'];
/** An identifier that a more trusted one speaks against, and who holds it. */
export type Contradicted = Schemas['IdentityContradictedView'];
/** A customer as a whole, or one record of theirs. */
export type IdentitySide = Schemas['IdentitySideAsk'];

/** A pair of records in doubt. `bits`: log2 of the odds that they are one person. */
export type ReviewPair = With<
  Schemas['ReviewPairView'],
  { reason: ReviewReason; fields: ReviewField[] }
>;
export type ReviewReason = 'unsure' | 'apart' | 'sample' | 'bare';
/** Pairs that rest on one shared value alone. */
export type ReviewBare = Schemas['ReviewBareView'];
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
