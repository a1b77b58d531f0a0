import type { Schemas, With } from './exact';

/** A value of a field, and how many of the customers in sight have it. */
export type Occurring = Schemas['SegmentOccurringView'];
/** `extreme`: what comes nearest to the bound. */
export type ConditionPart = Schemas['SegmentPartView'];
export type Where = Schemas['Where'];
export type Op = Schemas['Op'];
export type Period = Schemas['Period'];
export type Window = Schemas['Window'];
export type Aggregate = Schemas['Aggregate'];
export type Measure = Schemas['Measure'];
export type Condition = Schemas['Condition'];
export type Vocabulary = With<
  Schemas['SegmentVocabularyView'],
  { behaviours: With<Schemas['SegmentBehaviourView'], { aggregates: Aggregate[] }>[] }
>;
