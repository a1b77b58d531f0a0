import type { Schemas, With } from './exact';

export type CampaignState = 'draft' | 'running' | 'stopped' | 'waiting' | 'sent' | 'closed';
export type EntryState =
  'HELD_OUT' | 'REFUSED' | 'CLAIMED' | 'SENT' | 'DELIVERED' | 'FAILED' | 'UNCERTAIN';
export type Goal = 'CONVERSION' | 'REVENUE';
/** Sent from here: all that the server leaves open for campaigns that were sent elsewhere is there. */
export type CampaignDraft = Required<
  Omit<Schemas['CampaignDraft'], 'imported' | 'worth' | 'costPerMessage'>
> & {
  /** Left out where nobody has said it: what the campaign costs is then unknown, not 0. */
  costPerMessage?: number;
  /** The smallest lift worth knowing of: a share of people, or money a head; else suggested. */
  worth?: number;
  metric: Goal;
};
/** Sent by another system, whose log was imported. */
export type CampaignAdoption = Pick<
  Schemas['CampaignDraft'],
  'label' | 'windowDays' | 'marginPercent' | 'metric' | 'otherCost'
> &
  Required<Pick<Schemas['CampaignDraft'], 'imported'>>;
/**
 * `run`: the background work that enters the audience; `masked`: whether addresses are masked for
 * this viewer, on the list for the sender too.
 */
export type Campaign = With<
  Schemas['CampaignView'],
  {
    kind: 'launched' | 'imported';
    state: CampaignState;
    metric: Goal;
    entries: Record<string, number> & Partial<Record<EntryState, number>>;
  }
>;
/** `correctable`: whether whoever looks may say something else; `stated`: the newest first. */
export type CampaignCost = Schemas['CampaignCostView'];
export type StatedCost = Schemas['CampaignCostStatedView'];
export type CostSaying = Schemas['CampaignCostSaid'];
export type PastCampaign = Schemas['PastCampaign'];
/** What a size of the control group could show; `detectable` is a difference of rates, or money a head. */
export type ControlShare = Schemas['CampaignOutlookShareView'];
export type ControlPlan = Schemas['CampaignOutlookPlanView'];
export type Foreseen = With<Schemas['CampaignForeseenView'], { metric: Goal }>;
export type Outlook = Schemas['CampaignOutlookView'];
/** `pick`: why one is shown out of so many. `parts`: how many messages are billed. */
export type CampaignSample = With<
  Schemas['CampaignRehearsalSampleView'],
  { pick: 'LONGEST' | 'LACKING' | 'USUAL' }
>;
export type Fate =
  | 'REACHED'
  | 'HELD_OUT'
  | 'NO_ADDRESS'
  | 'PRIVACY_NUMBER'
  | 'MASKED_NUMBER'
  | 'NO_CONSENT'
  | 'OPTED_OUT'
  | 'INCOMPLETE'
  | 'NUMBER_TAKEN'
  | 'CAPPED';
export type Rehearsal = With<
  Schemas['CampaignRehearsalView'],
  { foreseen: Foreseen; fates: Record<Fate, number>; sample: CampaignSample[] }
>;
export type Planned = With<Schemas['CampaignRehearsalPlannedView'], { fate: Fate }>;
/** read = matched + known + stopped + unknown + bad. */
export type Receipts = Schemas['CampaignLedgerReceiptsView'];
export type CampaignPerson = With<Schemas['CampaignLedgerEntryView'], { state: EntryState }>;
export type Interval = Schemas['Interval'];
export type EffectArm = Schemas['CampaignEffectArmView'];
export type Effect = With<Schemas['CampaignEffectView'], { goal: Goal; foreseen?: Foreseen }>;
export type EffectDay = Schemas['CampaignEffectDayView'];
