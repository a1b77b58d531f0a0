import type { Schemas, With } from './exact';

/** `ready`: it came with the product. */
export type TagView = Schemas['TagShown'];
export type TagRule = Schemas['TagRule'];
/** The value of the first case that is met; without a label it is a plain yes, or itself. */
export type TagCase = Schemas['TagRuleCase'];
/** `cuts`: at most so many days, at least so many purchase days, at least so much spent. */
export type RfmRule = Schemas['TagRuleRfm'];
export type PreferenceRule = Schemas['TagRulePreference'];
export type LifecycleRule = Schemas['TagRuleLifecycle'];
export type TagEdit = Schemas['TagSaved'];
export type TagStatus = TagView['status'];
/** Who would hold it, if it were saved now. */
export type TagPreview = Schemas['TagPreviewView'];
/** Intervals between purchases, in days. */
export type TagRhythm = Schemas['TagRhythmView'];
export type RhythmLine = Schemas['RhythmLine'];
export type TagDay = Schemas['TagDay'];
export type TagValueDay = Schemas['TagValueDay'];
/** Somebody whose tag changed. */
export type TagTurn = With<Schemas['TagTurned'], { turn: 'came' | 'left' | 'moved' }>;
export type Why = Schemas['WhyView'];
/** `code` is R, F, M as 1 high or 0 low: "111" is 重要价值. */
export type RfmClass = Schemas['TagClassView'];
/** `thresholds`: the lines between high and low; `without`: customers who bought nothing. */
export type Rfm = Schemas['TagRfmView'];
