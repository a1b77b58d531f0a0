import type { Schemas } from './exact';

export type Entity = Schemas['StandardEntityView'];
export type StandardField = Schemas['SegmentFieldView'];
/** An entity as its page shows it: with how many clean records have each field, and from where. */
export type Standard = Schemas['StandardView'];
/** `own` is there where the company added the field. */
export type FieldInfo = Schemas['StandardFieldView'];
export type FieldType = Schemas['CompanyFieldType'];
export type Sensitivity = Schemas['Sensitivity'];
export type FieldUse = Schemas['StandardUseView'];
export type WantedField = Schemas['StandardWanted'];
export type ColumnType = 'text' | 'number' | 'day' | 'moment' | 'flag';
export type Grain =
  | 'customer'
  | 'order'
  | 'order_line'
  | 'delivery'
  | 'event'
  | 'feedback'
  | 'points'
  | 'coupon'
  | 'cost';
export interface Grained {
  grain: Grain;
}
