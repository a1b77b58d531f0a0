import type { Schemas } from './exact';

/** By which rules one customer is made of several records, and which source is trusted more. */
export type ValueRules = Schemas['SurvivorshipRulesView'];
export type ValueRule = Schemas['SurvivorshipRule'];
export type ValueRulesAsked = Schemas['SurvivorshipAsked'];
/** What other rules would change, with examples. */
export type ValueTrial = Schemas['SurvivorshipTrialView'];
export type CustomerSearch = Schemas['ProfileWanted'];
export type CustomerRow = Schemas['ProfileCustomer'];
/** Several people seem to use the card: `open` while nobody has judged. */
export type CardMark = Schemas['ProfileMarkView'];
export type SuspectCards = Schemas['CardsView'];
export type SuspectCard = Schemas['CardView'];
export type CardVerdict = Schemas['CardVerdict'];
/** Which kinds of confirmed cards figures leave out, and how many of each. */
export type CardsLeftOut = Schemas['CardLeftOutView'];
/** Customers ticked one by one, or all that a search finds. */
export type CustomersChosen = Schemas['ProfileChosen'];
/** A kept way of looking at the list. */
export type CustomerView = Schemas['ListViewShown'];
export type CustomerPage = Schemas['ProfilePage'];
/** `why`: why this value was chosen among those of the records. */
export type Fact = Schemas['PortraitFactView'];
export type Worth = Schemas['PortraitWorth'];
/** `was`: the id that was asked for, when it has since been merged into this one. */
export type Customer = Schemas['PortraitShown'];
export type Revealed = Schemas['PortraitRevealed'];
export type TimelineEntry = Schemas['PortraitHappeningView'];
export type Timeline = Schemas['PortraitTimelineView'];
/** What a customer did in 30 and 90 days, likes and where they buy. */
export type Habits = Schemas['PortraitHabitsView'];
/** Weekdays are 1 Monday … 7 Sunday. */
export type RhythmCell = Schemas['Beat'];
/** The fields that may be inferred, with the rules in force. */
export type ImputationOverview = Schemas['ImputationOverviewView'];
export type ImputationField = Schemas['ImputationOfFieldView'];
export type ImputationMethod = Schemas['ImputationMethod'];
export type ImputationAsked = Schemas['ImputationAsked'];
/** How right a rule is on known values that were hidden from it. */
export type ImputationAccuracy = Schemas['ImputationAccuracyView'];
export type ImputationTrial = Schemas['ImputationTrialView'];
