import type { Campaign, CampaignDraft, Outlook } from '#api';

/**
 * A campaign as it is being written; the segment is chosen in the first step. Nobody has chosen a
 * size of the control group yet: the advised one stands.
 */
export type Writing = Omit<CampaignDraft, 'segment' | 'controlPerMille'> & {
  segment: string | null;
  controlPerMille: number | null;
};

/** The same once the control group has its size. */
export type Sized = Writing & { controlPerMille: number };

/** The channel that writes a list for others to send. */
export const LIST = 'file';

export const STEPS = ['who', 'what', 'control', 'check'] as const;
export type Step = (typeof STEPS)[number];

export const blank = (segment: string | null): Writing => ({
  label: '',
  segment,
  channel: LIST,
  message: '',
  controlPerMille: null,
  windowDays: 14,
  otherCost: 0,
  marginPercent: 30,
  metric: 'CONVERSION',
});

export const writingOf = (campaign: Campaign, name: string): Writing => ({
  label: name,
  segment: campaign.segment ?? null,
  channel: campaign.channel ?? LIST,
  message: campaign.message ?? '',
  controlPerMille: campaign.controlPerMille ?? 0,
  windowDays: campaign.windowDays,
  ...(campaign.costPerMessage === undefined ? {} : { costPerMessage: campaign.costPerMessage }),
  otherCost: campaign.otherCost,
  marginPercent: campaign.marginPercent,
  metric: campaign.metric,
  ...(campaign.worth === undefined ? {} : { worth: campaign.worth }),
});

/** Held back where nothing of before tells how many it should be. */
const USUAL_SHARE = 100;

export const sized = (writing: Writing, outlook: Outlook | undefined): Sized => ({
  ...writing,
  controlPerMille: writing.controlPerMille ?? outlook?.plan?.advised ?? USUAL_SHARE,
});

/** What can be kept: everything without which the server would refuse it. */
export function finished(writing: Sized): CampaignDraft | null {
  const { segment } = writing;
  if (segment === null || writing.label.trim() === '' || writing.message.trim() === '') return null;
  return { ...writing, segment, label: writing.label.trim() };
}

/** The first step that still lacks something; nobody gets past it. */
export function lacking(writing: Writing, kept: boolean): Step | null {
  if (writing.segment === null || writing.label.trim() === '') return 'who';
  if (writing.message.trim() === '') return 'what';
  return kept ? null : 'control';
}

/** The asked step, or the first that lacks something if it comes before. */
export function stepAt(asked: string | null, writing: Writing, kept: boolean): Step {
  const wanted = STEPS.find((step) => step === asked) ?? 'who';
  const limit = lacking(writing, kept);
  return limit !== null && STEPS.indexOf(limit) < STEPS.indexOf(wanted) ? limit : wanted;
}

/** From which share of all customers on a segment is nearly everyone. */
const NEARLY_ALL = 0.8;

export const isNearlyEveryone = (outlook: Outlook): boolean =>
  outlook.of > 0 && outlook.audience / outlook.of >= NEARLY_ALL;

/** Whole days between the data's end and today: who is in a segment was true back then. */
export const daysBehind = (asOf: string | null, now: number): number =>
  asOf === null ? 0 : Math.max(0, Math.floor((now - Date.parse(`${asOf}T00:00:00Z`)) / 86_400_000));
