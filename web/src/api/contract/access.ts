import type { Schemas, With } from './exact';

export type Locale = 'zh' | 'en';
export type Right = Schemas['Right'];
/** `user.password`: whether there is one, or only one-time links. */
export type Session = With<Schemas['Session'], { user: With<Schemas['SessionWho'], Spoken> }>;
/** Nothing for whoever never chose: the browser's own then. */
interface Spoken {
  locale?: Locale;
}
/** `latestDay`: the latest day of which something has passed; `empty`: nothing was imported yet. */
export type Company = Schemas['CompanyView'];
export type CompanySettings = Schemas['CompanySettings'];
/** Somebody who may log in, or no longer may; `customers` are those in sight. */
export type Person = With<Schemas['AccessUserView'], Spoken>;
/** `unmasked`: whether phone numbers and the like are shown in full. */
export type RoleInfo = Schemas['AccessRoleView'];
/** Opens the door once: `/login?token=` goes before it. */
export type LoginLink = Schemas['AccessLinkView'];
export type Invited = With<Schemas['AccessInvited'], { user: Person }>;
/** What the trail records. */
export type Act = Schemas['Act'];
/** `user` is whoever did it: a person, the command line, the product itself. */
export type TrailEntry = Schemas['AccessEntryView'];
/** `broken`: the position of the first row that was changed afterwards. */
export type Trail = Schemas['AccessTrailView'];
