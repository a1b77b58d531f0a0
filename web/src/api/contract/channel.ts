import type { Schemas, With } from './exact';

/** What messages leave by. `problems`: what keeps it from sending; `today` is for who sees everybody. */
export type Channel = Schemas['ChannelView'];
export type ChannelDay = Schemas['ChannelDayView'];
export type ChannelAnswer = Schemas['ChannelAnswerView'];
/** What a connection asks for: the form is drawn from it. */
export type Spec = With<Schemas['ChannelKindView'], { parts: SpecPart[] }>;
export type SpecPart = With<Schemas['ChannelPartView'], { settings: Setting[] }>;
export type SettingKind = 'text' | 'number' | 'choice' | 'secret';
export type Setting = With<Schemas['ChannelSettingView'], { kind: SettingKind }>;
export type Connection = Schemas['ChannelConnectionView'];
/** Secrets that are not named stay as they are. */
export type ConnectionDraft = Schemas['ChannelDraft'];
export type Trial = Schemas['ChannelTrialView'];
/** A host that this server may speak to. */
export type OutboundHost = Schemas['OutboundHostView'];
