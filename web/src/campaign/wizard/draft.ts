import type { Campaign, CampaignDraft, Outlook } from '#api';

/** A campaign as it is being written; the segment is chosen in the first step. */
export type Writing = Omit<CampaignDraft, 'segment'> & { segment: string | null };

export const STEPS = ['who', 'what', 'control', 'check'] as const;
export type Step = (typeof STEPS)[number];

export const blank = (segment: string | null): Writing => ({
  label: '',
  segment,
  channel: 'file',
  message: '',
  controlPerMille: 100,
  windowDays: 14,
  costPerMessage: 0,
  marginPercent: 30,
});

export const writingOf = (campaign: Campaign, name: string): Writing => ({
  label: name,
  segment: campaign.segment ?? null,
  channel: campaign.channel ?? 'file',
  message: campaign.message ?? '',
  controlPerMille: campaign.controlPerMille ?? 0,
  windowDays: campaign.windowDays,
  costPerMessage: campaign.costPerMessage ?? 0,
  marginPercent: campaign.marginPercent,
});

/** What can be kept: everything without which the server would refuse it. */
export function finished(writing: Writing): CampaignDraft | null {
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

/** A text message is billed by parts: 70 characters alone, else 67 each. */
export const partsOf = (length: number): number => (length <= 70 ? 1 : Math.ceil(length / 67));
