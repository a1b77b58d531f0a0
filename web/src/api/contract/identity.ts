import type { Schemas } from './exact';

/** `generic`: values that too many records or names hold to mean one person. */
export type IdentitySummary = Schemas['IdentitySummaryView'];
/** `usual…`: as the product comes. */
export type IdentityLimit = Schemas['IdentityLimitView'];
/** What two records have in common where no account or card ties them; `bits`: log2 of the odds. */
export type IdentityLikeness = Schemas['IdentityLikenessView'];
/** What a person decided about who is who. `verdict`: `apart`, or `together`. */
export type IdentityDecision = Schemas['DecisionView'];
/** Why two are two, or one; `reason` tells what settled it. */
export type IdentityWhyNot = Schemas['IdentityWhyNotView'];
/** A customer as a whole, or one record of theirs. */
export type IdentitySide = Schemas['IdentitySideAsk'];
