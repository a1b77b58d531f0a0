import type { Schemas } from './exact';

/** Between which hours messages may leave, and from which day on. */
export type SendingHours = Schemas['DeliveryHours'];
export type SendingSpan = Schemas['DeliverySpan'];
/** What stands around the words of every text message. */
export type SmsFrame = Schemas['DeliveryFrame'];
export type SendingLimits = Schemas['DeliveryLimits'];
export type OptOuts = Schemas['DeliveryOptOutPage'];
export type OptOut = Schemas['DeliveryOptOutView'];
export type OptOutsAdded = Schemas['DeliveryAddedView'];
