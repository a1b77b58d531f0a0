import type { Schemas, With } from './exact';

/** At most so many of those who fit a condition: the first by a number, or drawn. */
export type Cap = NonNullable<SegmentView['cap']>;
export type SegmentCount = Schemas['SegmentCountView'];
/** `counting`: saved, and not counted yet, so that the size is that of the version before. */
export type SegmentView = With<Schemas['SegmentView'], { kind: 'dynamic' | 'fixed' }>;
export type SegmentDay = Schemas['SegmentDay'];
