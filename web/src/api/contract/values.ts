import type { Schemas } from './exact';

/** A text in both languages of the product. */
export type Label = Schemas['Label'];
/** A calendar day of the company: 2026-01-31. */
export type Day = string;
/** An instant: 2026-01-31T00:00:00Z. */
export type Moment = string;
/** A number as the server gives it, or as a person is typing it. */
export type Decimal = number | string;
export type Value = Schemas['Value'];
export type Cell = Schemas['Cell'];
export type Column = Schemas['TableColumnView'];
export type Table = Schemas['TableView'];
/** What a person can act on: a stable code, where it happened, and the sentence to show. */
export type Fault = Schemas['ProblemSaid'];
export type Problem = Partial<Schemas['Problem']> & Pick<Schemas['Problem'], 'status'>;
