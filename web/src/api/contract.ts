import type { components } from './openapi';

/**
 * The shapes that travel between screens and server, by concept, under the names that screens import
 * from `#api`. They are those of the server's description, so a changed answer breaks the build.
 *
 * By hand stand only: words that the server writes as plain text although they are one of a few
 * (`With` names them, and holds that the property is there and is text); `Decimal`, because what a
 * person types is text until it is sent; `Problem`, which must bear the half an answer that a proxy
 * gives; and `Sent`, which says in which shapes a label may be sent.
 */
type Schemas = components['schemas'];

/** A shape with some of its properties told more exactly, none of them new. */
type With<T, Exact extends { [K in keyof Exact]: K extends keyof T ? T[K] : never }> = Omit<
  T,
  keyof Exact
> &
  Exact;

// Values ------------------------------------------------------------------------------------------

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

// Session, set-up -----------------------------------------------------------------------------------

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

// Access --------------------------------------------------------------------------------------------

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

// Standard, source ----------------------------------------------------------------------------------

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
export type Layout = Schemas['Layout'];
/** `filled`: the share of the rows looked at that hold something, 0…1. */
export type LookColumn = With<Schemas['LookColumnView'], { type: ColumnType }>;
/** `noRows`: lines that are no rows, among the first ones. */
export type FileLook = With<Schemas['LookView'], { columns: LookColumn[] }>;
/** `place`: the character of the line at which it cannot be read on. */
export type NoRow = Schemas['LookNoRowView'];
export type Upload = With<
  Schemas['UploadView'],
  { look: FileLook; more: With<Schemas['UploadFileView'], { look: FileLook }>[] }
>;
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
interface Grained {
  grain: Grain;
}
export type MappingLine = Schemas['MappingLine'];
/** What is done to the text of a cell before its field reads it. */
export type Transform = Schemas['Transform'];
export type Mapping = With<Schemas['Mapping'], Grained>;
/** Whether the whole row is set aside, only a value was dropped, or nothing but a reminder given. */
export type Severity = 'quarantine' | 'warn' | 'remind';
interface Severe {
  severity: Severity;
}
/** A rule of the company's own: which rows, what must hold of them, what happens if it does not. */
export type Rule = Schemas['Rule'];
export type CleaningRule = Schemas['CleaningRule'];
export type TextForm = Schemas['TextForm'];
/** A cell of landed rows that somebody has corrected. */
export type Correction = Schemas['CorrectionView'];
export type CorrectionWanted = Schemas['CorrectionWanted'];
export type LandedCell = Schemas['CorrectionCellView'];
export type LandedRow = Schemas['CorrectionRowView'];
/** Rows in quarantine that somebody has set aside: one, or all alike. */
export type Dismissal = Schemas['DismissalView'];
export type DismissalWanted = Schemas['DismissalWanted'];
export type RuleView = Schemas['RuleView'];
export type RuleTrial = Schemas['RuleTrialView'];
export type RuleSuggestion = Schemas['RuleSuggestionView'];
export type QuarantinedCell = With<Schemas['UploadRefusalView'], Severe>;
export type ImportCheck = With<Schemas['UploadCheckView'], { quarantined: QuarantinedCell[] }>;
/** landed = clean + quarantined + merged + superseded, always. */
export type Counts = Schemas['QualityCounts'];
export type SourceFeed = With<Schemas['SourceFeedView'], Grained & { mapping: Mapping }>;
/** What a source is called. */
export type SourceName = Schemas['SourceName'];
/** A landed file of a source. */
export type SourceBatch = With<Schemas['SourceBatchView'], Grained>;
/** `stopped`: the import ended before its turn came, or while it was read. */
export type FileState = 'waiting' | 'landed' | 'refused' | 'stopped';
/** What an import made of one of its files. `retry`: whether beginning again can help. */
export type ImportedFile = With<
  Schemas['ImportFileView'],
  { state: FileState; runState: RunState; grain?: Grain }
>;
export type ImportedFiles = With<Schemas['ImportFilesView'], { files: ImportedFile[] }>;
export type SourceView = With<Schemas['SourceView'], { feeds: SourceFeed[] }>;

// Background work -----------------------------------------------------------------------------------

export type RunState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
/** `result`: counts worth telling, such as landed → 541909. */
export type Run = With<
  Schemas['RunView'],
  { state: RunState; kind: 'import' | 'refresh' | 'send' | 'demo' }
>;

// Quality, identity -----------------------------------------------------------------------------------

export type QualityCounts = With<
  Schemas['QualityFeedView'],
  Grained & { byReason: With<Schemas['QualityReasonView'], Severe>[] }
>;
export type QuarantineRow = With<Schemas['QualityRefusalView'], Severe>;
/** What a field can be good or bad in; a feed in timeliness too. Shares, absent where not measured. */
export type QualityShares = Schemas['ScoreShares'];
export type QualityPoint = Schemas['ScorecardPoint'];
export type FieldScore = With<
  Schemas['ScoreFieldView'],
  { reasons: With<Schemas['ScoreFoundView'], Severe>[] }
>;
export type FeedScore = With<Schemas['ScoreFeedView'], Grained & { fields: FieldScore[] }>;
export type Scorecard = With<Schemas['ScoreCardView'], { feeds: FeedScore[] }>;
export type QuarantinePage = With<Schemas['QualityPage'], { rows: QuarantineRow[] }>;
export type LineKind = Schemas['QualityKindView'];
/** `generic`: values that too many records or names hold to mean one person. */
export type IdentitySummary = Schemas['IdentitySummaryView'];
/** Orders of one source: whose buyer is named, and whose stands behind a lent number. */
export type OrderReach = Schemas['QualityReachView'];
/** `usual…`: as the product comes. */
export type IdentityLimit = Schemas['IdentityLimitView'];

// Profile -------------------------------------------------------------------------------------------

/** By which rules one customer is made of several records, and which source is trusted more. */
export type ValueRules = Schemas['SurvivorshipRulesView'];
export type ValueRule = Schemas['SurvivorshipRule'];
export type ValueRulesAsked = Schemas['SurvivorshipAsked'];
/** What other rules would change, with examples. */
export type ValueTrial = Schemas['SurvivorshipTrialView'];
export type CustomerSearch = Schemas['ProfileWanted'];
export type CustomerRow = Schemas['ProfileCustomer'];
/** Several people seem to use the card: `open` while nobody has judged. */
export type CardMark = Schemas['ProfileMarkView'];
export type SuspectCards = Schemas['CardsView'];
export type SuspectCard = Schemas['CardView'];
export type CardVerdict = Schemas['CardVerdict'];
/** Which kinds of confirmed cards figures leave out, and how many of each. */
export type CardsLeftOut = Schemas['CardLeftOutView'];
/** Customers ticked one by one, or all that a search finds. */
export type CustomersChosen = Schemas['ProfileChosen'];
/** A kept way of looking at the list. */
export type CustomerView = Schemas['ListViewShown'];
export type CustomerPage = Schemas['ProfilePage'];
/** `why`: why this value was chosen among those of the records. */
export type Fact = Schemas['PortraitFactView'];
export type Worth = Schemas['PortraitWorth'];
/** `was`: the id that was asked for, when it has since been merged into this one. */
export type Customer = Schemas['PortraitShown'];
export type Revealed = Schemas['PortraitRevealed'];
export type TimelineEntry = Schemas['PortraitHappeningView'];
export type Timeline = Schemas['PortraitTimelineView'];
/** What a customer did in 30 and 90 days, likes and where they buy. */
export type Habits = Schemas['PortraitHabitsView'];
/** Weekdays are 1 Monday … 7 Sunday. */
export type RhythmCell = Schemas['Beat'];

// Tags ------------------------------------------------------------------------------------------------

/** `ready`: it came with the product. */
export type TagView = Schemas['TagShown'];
export type TagRule = Schemas['TagRule'];
/** The value of the first case that is met; without a label it is a plain yes, or itself. */
export type TagCase = Schemas['TagRuleCase'];
/** `cuts`: at most so many days, at least so many purchase days, at least so much spent. */
export type RfmRule = Schemas['TagRuleRfm'];
export type PreferenceRule = Schemas['TagRulePreference'];
export type LifecycleRule = Schemas['TagRuleLifecycle'];
export type TagEdit = Schemas['TagSaved'];
export type TagStatus = TagView['status'];
/** Who would hold it, if it were saved now. */
export type TagPreview = Schemas['TagPreviewView'];
/** Intervals between purchases, in days. */
export type TagRhythm = Schemas['TagRhythmView'];
export type RhythmLine = Schemas['RhythmLine'];
export type TagDay = Schemas['TagDay'];
export type TagValueDay = Schemas['TagValueDay'];
/** Somebody whose tag changed. */
export type TagTurn = With<Schemas['TagTurned'], { turn: 'came' | 'left' | 'moved' }>;
export type Why = Schemas['WhyView'];
/** `code` is R, F, M as 1 high or 0 low: "111" is 重要价值. */
export type RfmClass = Schemas['TagClassView'];
/** `thresholds`: the lines between high and low; `without`: customers who bought nothing. */
export type Rfm = Schemas['TagRfmView'];

// Segments, conditions ----------------------------------------------------------------------------------

/** At most so many of those who fit a condition: the first by a number, or drawn. */
export type Cap = NonNullable<SegmentView['cap']>;
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
export type SegmentCount = Schemas['SegmentCountView'];
/** `counting`: saved, and not counted yet, so that the size is that of the version before. */
export type SegmentView = With<Schemas['SegmentView'], { kind: 'dynamic' | 'fixed' }>;
export type SegmentDay = Schemas['SegmentDay'];
export type Vocabulary = With<
  Schemas['SegmentVocabularyView'],
  { behaviours: With<Schemas['SegmentBehaviourView'], { aggregates: Aggregate[] }>[] }
>;

// Insight ---------------------------------------------------------------------------------------------

export type Metric =
  | 'revenue'
  | 'netRevenue'
  | 'refunds'
  | 'identifiedRevenue'
  | 'identifiedShare'
  | 'orders'
  | 'orderValue'
  | 'items'
  | 'itemsPerOrder'
  | 'buyers'
  | 'spendPerBuyer'
  | 'newCustomers'
  | 'repeatBuyers'
  | 'repurchaseRate'
  | 'activeCustomers';
export type TimeGrain = Schemas['Grain'];
/** A measure with its one definition; MONEY is in the currency of the company. */
export type MetricView = With<Schemas['InsightMetricView'], { id: Metric }>;
export type Versus = Schemas['Versus'];
export type TrendInsight = With<Schemas['Trend'], { metric: Metric }>;
export type FunnelStep = Schemas['FunnelStep'];
export type FunnelInsight = Schemas['Funnel'];
/** What customers are told apart by: a trait, or a field of theirs. */
export type BreakdownInsight = Schemas['Breakdown'];
/** One number beside those of the period before and of the year before. */
export type KpiInsight = With<Schemas['Kpi'], { metric: Metric }>;
export type DistributionInsight = Schemas['Distribution'];
export type Spread = Schemas['DistributionSpread'];
/** A group beside all customers. */
export type GroupProfileInsight = Schemas['GroupProfile'];
/** What parts of an answer are told apart by: a trait, or a field. */
export type Split = Schemas['Split'];
export type Insight =
  | TrendInsight
  | KpiInsight
  | FunnelInsight
  | BreakdownInsight
  | DistributionInsight
  | GroupProfileInsight;
export type Caution = Schemas['InsightCautionView'];
export type Answer = Schemas['InsightAnswerView'];
/** One bar, point or cell of an answer: the column that holds the mark, and what is written there. */
export type Mark = Schemas['Mark'];

// Dashboards ------------------------------------------------------------------------------------------

export type DashboardEntry = Schemas['DashboardListed'];
/** The last so many days, weeks or months, the running one included. */
export type Rolling = Schemas['Rolling'];
/** `rolling`: where the question is about the latest days instead of its own period. */
export type Tile = With<Schemas['Tile'], { insight?: Insight }>;
export type BoardFilter = With<Schemas['BoardFilter'], { who?: Condition }>;
export type Dashboard = With<Schemas['Board'], { tiles: Tile[]; filter?: BoardFilter }>;
/** Who customers are, what they are worth and like, and what is most worth doing. */
export type Report = Schemas['ReportView'];
/** Customers told apart by one thing: `gender age level province city source channel category product`. */
export type Division = Schemas['ReportDivision'];
export type DivisionShare = Schemas['ReportShare'];
export type Opportunity = Schemas['Opportunity'];

// Campaigns ---------------------------------------------------------------------------------------------

export type CampaignState = 'draft' | 'running' | 'stopped' | 'waiting' | 'sent' | 'closed';
export type EntryState =
  'HELD_OUT' | 'REFUSED' | 'CLAIMED' | 'SENT' | 'DELIVERED' | 'FAILED' | 'UNCERTAIN';
export type Goal = 'CONVERSION' | 'REVENUE';
/** Sent from here: all that the server leaves open for campaigns that were sent elsewhere is there. */
export type CampaignDraft = Required<Omit<Schemas['CampaignDraft'], 'imported' | 'worth'>> & {
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
/** Between which hours messages may leave, and from which day on. */
export type SendingHours = Schemas['DeliveryHours'];
export type SendingSpan = Schemas['DeliverySpan'];
/** What stands around the words of every text message. */
export type SmsFrame = Schemas['DeliveryFrame'];
export type SendingLimits = Schemas['DeliveryLimits'];
export type OptOuts = Schemas['DeliveryOptOutPage'];
export type OptOut = Schemas['DeliveryOptOutView'];
export type OptOutsAdded = Schemas['DeliveryAddedView'];
export type Planned = With<Schemas['CampaignRehearsalPlannedView'], { fate: Fate }>;
/** read = matched + known + unknown + bad. */
export type Receipts = Schemas['CampaignLedgerReceiptsView'];
export type CampaignPerson = With<Schemas['CampaignLedgerEntryView'], { state: EntryState }>;
export type Interval = Schemas['Interval'];
export type EffectArm = Schemas['CampaignEffectArmView'];
export type Effect = With<Schemas['CampaignEffectView'], { goal: Goal; foreseen?: Foreseen }>;
export type EffectDay = Schemas['CampaignEffectDayView'];

// Home ------------------------------------------------------------------------------------------------

export type HomeView = Schemas['Home'];

// Channels --------------------------------------------------------------------------------------

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
