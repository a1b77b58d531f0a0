/**
 * The shapes that travel between screens and server, by concept. One file, because it will be
 * generated from the server's OpenAPI description; screens import these names from `#api` only.
 */

// Values ------------------------------------------------------------------------------------------

/** A text in both languages of the product. */
export interface Label {
  zh: string;
  en: string;
}
/** A calendar day of the company: 2026-01-31. */
export type Day = string;
/** An instant: 2026-01-31T00:00:00Z. */
export type Moment = string;
/** A decimal may come as text, so that no digit is lost. */
export type Decimal = number | string;

export type Value = string | number | boolean | null | { day: Day } | { moment: Moment } | string[];

export type Cell = string | number | boolean | null;
export interface Column {
  name: string;
  type: string;
}
export interface Table {
  columns: Column[];
  rows: Cell[][];
}

/** What a person can act on: a stable code, where it happened, and the sentence to show. */
export interface Fault {
  code: string;
  place?: string;
  message: string;
  words?: Record<string, unknown>;
}
export interface Problem {
  title?: string;
  status: number;
  detail?: string;
  id?: string;
  faults?: Fault[];
}

// Session, set-up -----------------------------------------------------------------------------------

export type Locale = 'zh' | 'en';
export type Right = 'VIEW' | 'EXPORT' | 'DEFINE' | 'SEND' | 'ADMIN';
export interface Session {
  /** `password`: whether there is one, or only one-time links. */
  user: { id: string; name: string; locale: Locale; password: boolean };
  rights: Right[];
  company: Company;
}
export interface Company {
  name: string;
  zone: string;
  currency: string;
  asOf: Day | null;
  /** The latest day of which something has passed. */
  latestDay?: Day | null;
  /** Nothing has been imported yet. */
  empty: boolean;
}

export interface CompanySettings {
  name: string;
  zone: string;
  currency: string;
}

// Access --------------------------------------------------------------------------------------------

/** Somebody who may log in, or no longer may. */
export interface Person {
  id: string;
  name: string;
  role: string;
  /** The customers in sight. */
  customers: Where;
  locale: Locale;
  password: boolean;
  disabled: boolean;
  addedAt: Moment;
  lastLoginAt?: Moment | null;
}
export interface RoleInfo {
  name: string;
  rights: Right[];
  /** Whether phone numbers and the like are shown in full. */
  unmasked: boolean;
}
/** Opens the door once: `/login?token=` goes before it. */
export interface LoginLink {
  token: string;
  validUntil: Moment;
}
export interface Invited {
  user: Person;
  link: LoginLink;
}
export interface TrailEntry {
  position: number;
  happenedAt: Moment;
  /** Whoever did it: a person, the command line, the product itself. */
  user: Label;
  act: string;
  what: string;
  detail: string;
}
export interface Trail {
  rows: TrailEntry[];
  intact: boolean;
  /** The position of the first row that was changed afterwards. */
  broken?: number | null;
}

// Standard, source ----------------------------------------------------------------------------------

export interface Entity {
  name: string;
  label: Label;
  fields: StandardField[];
}
export interface StandardField {
  key: string;
  label: Label;
  type: string;
  sensitivity: string;
  mandatory: boolean;
  codes?: { value: string; label: Label }[];
}

export type ColumnType = 'text' | 'number' | 'day' | 'moment' | 'flag';
export interface Layout {
  format?: 'csv' | 'xlsx';
  encoding?: string | null;
  delimiter?: string | null;
  quote?: string | null;
  header: boolean;
  skip: number;
  sheet?: string | null;
}
export interface LookColumn {
  name: string;
  type: ColumnType;
  /** The share of the rows looked at that hold something, 0…1. */
  filled: number;
  examples: string[];
}
export interface FileLook {
  format: 'csv' | 'xlsx';
  layout: Layout;
  sheets: string[];
  columns: LookColumn[];
  rows: (string | null)[][];
  /** Lines that are no rows, among the first ones. */
  noRows: NoRow[];
  more: boolean;
}
export interface NoRow {
  line: number;
  /** The character of the line at which it cannot be read on. */
  place: number | null;
  text: string;
  reason: string;
  message: string;
}
export interface Upload {
  id: string;
  name: string;
  bytes: number;
  look: FileLook;
}

export type Grain = 'customer' | 'order' | 'order_line' | 'delivery';
export interface MappingLine {
  column: string;
  field: string;
  transform?: Transform[];
}
/** What is done to the text of a cell before its field reads it. */
export type Transform =
  | { type: 'codes'; words: Record<string, string> }
  | { type: 'dayFirst' }
  | { type: 'monthFirst' }
  | { type: 'times'; factor: Decimal };
export interface Mapping {
  source: string;
  label: Label;
  feed: string;
  grain: Grain;
  layout: Layout;
  key: string[];
  lines: MappingLine[];
  kinds: { kind: string; when: Where }[];
  zone?: string | null;
  currency?: string | null;
}
export interface QuarantinedCell {
  line: number;
  field: string | null;
  value: string | null;
  severity: Severity;
  reason: string;
  place: number | null;
  message: string;
}
/** Whether the whole row is set aside, or only a value was dropped. */
export type Severity = 'quarantine' | 'warn';
export interface ImportCheck {
  rows: Table;
  quarantined: QuarantinedCell[];
  faults: Fault[];
}
/** landed = clean + quarantined + merged + superseded, always. */
export interface Counts {
  landed: number;
  clean: number;
  quarantined: number;
  merged: number;
  superseded: number;
}
export interface SourceFeed {
  feed: string;
  grain: Grain;
  mapping?: unknown;
  batches: number;
  lastFile: string | null;
  lastLandedAt: Moment | null;
  counts: Counts;
}
export interface SourceView {
  source: string;
  label: Label;
  feeds: SourceFeed[];
}

// Background work -----------------------------------------------------------------------------------

export type RunState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
export interface Run {
  id: string | number;
  kind: 'import' | 'refresh' | 'send' | 'demo';
  label: Label | string;
  state: RunState;
  step?: string | null;
  stepLabel?: Label | string | null;
  done: number;
  total: number;
  startedAt: Moment | null;
  endedAt: Moment | null;
  faults: Fault[];
  /** Counts worth telling, such as landed → 541909. */
  result?: Record<string, Decimal> | null;
}

// Quality, identity -----------------------------------------------------------------------------------

export interface QualityCounts {
  source: string;
  feed: string;
  grain: Grain;
  counts: Counts;
  byReason: { reason: string; severity: Severity; message: string; rows: number }[];
}
export interface QuarantineRow {
  source: string;
  feed: string;
  file: string;
  line: number;
  field: string | null;
  value: string | null;
  severity: Severity;
  reason: string;
  place: number | null;
  message: string;
}
export interface LineKind {
  source: string;
  kind: string;
  label: Label;
  lines: number;
  amount: Decimal;
  inRevenue: boolean;
}
export interface IdentitySummary {
  records: number;
  customers: number;
  bySource: { source: string; records: number; customers: number; alone: number }[];
  overlap: { sources: string[]; customers: number }[];
  byIdType: {
    idType: string;
    label: Label;
    records: number;
    customers: number;
    shared: number;
  }[];
  /** Values that too many records or names hold to mean one person; the most widely held first. */
  generic: {
    idType: string;
    label: Label;
    source?: string | null;
    value: string;
    records: number;
    names: number;
    reason: string;
  }[];
}

// Profile -------------------------------------------------------------------------------------------

export interface CustomerSearch {
  text?: string;
  condition?: Condition;
  segment?: string | number;
  sort?: { column: string; descending: boolean };
  offset: number;
  limit: number;
}
export interface CustomerRow {
  id: number;
  name: string | null;
  phone: string | null;
  city: string | null;
  level: string | null;
  orders: number;
  netRevenue: Decimal;
  lastOrderDay: Day | null;
  tags: (string | Label)[];
}
export interface CustomerPage {
  total: number;
  asOf: Day;
  rows: CustomerRow[];
}
export interface Fact {
  field: string;
  label: Label;
  value: Value;
  masked: boolean;
  source: string | null;
  file: string | null;
  line: number | null;
  recordKey: string | null;
  /** Why this value was chosen among those of the records. */
  why?: string | null;
  others: { value: Value; source: string; recordKey: string; why: string }[];
}
export interface Worth {
  orders: number;
  netRevenue: Decimal;
  averageOrder: Decimal | null;
  firstOrderDay: Day | null;
  lastOrderDay: Day | null;
  purchaseDays: number;
  daysSinceLast: number | null;
}
export interface Customer {
  id: number;
  /** The id that was asked for, when it has since been merged into this one. */
  was?: number | null;
  asOf?: Day | null;
  facts: Fact[];
  worth: Worth;
  panels: { id: string; label: Label; table: Table }[];
}
export interface TimelineEntry {
  name: string;
  label: Label;
  happenedAt: Moment;
  amount: Decimal | null;
  source: string;
  ref: string | null;
}
export interface Timeline {
  rows: TimelineEntry[];
  next?: string | null;
}
export interface RhythmCell {
  /** 1 Monday … 7 Sunday. */
  weekday: number;
  hour: number;
  orders: number;
}

// Tags ------------------------------------------------------------------------------------------------

export interface TagView {
  id: string;
  trait: string;
  label: Label;
  category: string;
  categoryLabel: Label;
  meaning: Label;
  rule: TagRule;
  /** It came with the product. */
  ready: boolean;
  type: string;
  holders: number;
  customers: number;
  coverage: number;
  values: { value: Cell; label: Label; customers: number }[];
  computedAt: Moment;
  changedAt: Moment;
  owner: Label;
  version: number;
}
export type TagRule =
  | { type: 'rule'; cases: TagCase[] }
  | { type: 'statistic'; measure: Measure }
  | { type: 'banded'; measure: Measure; cuts: Decimal[]; names: string[] }
  | RfmRule;
/** The value of the first case that is met; without a label it is a plain yes, or itself. */
export interface TagCase {
  value: Value;
  label?: Label | null;
  when: Condition;
}
export interface RfmRule {
  type: 'rfm';
  windowDays: number;
  split: 'MEAN' | 'QUANTILE' | 'CUSTOM';
  /** At most so many days, at least so many purchase days, at least so much spent. */
  cuts?: { r: number; f: number; m: Decimal } | null;
}
export interface TagEdit {
  label: Label;
  category: string;
  meaning?: Label;
  rule: TagRule;
}
export interface TagDay {
  day: Day;
  holders: number;
  entered: number;
  left: number;
}
export interface TagValueDay extends TagDay {
  value: string;
}
/** Somebody whose tag changed. */
export interface TagTurn {
  turn: 'came' | 'left' | 'moved';
  customer: number;
  name?: string | null;
  before?: string | null;
  after?: string | null;
  happenedAt: Moment;
  cause: string;
}
export interface Why {
  holds: boolean;
  value: Value;
  since?: Moment | null;
  asOf: Day;
  span?: { from: Day; until: Day } | null;
  atoms: { text: Label; holds: boolean; found: Value; wanted: Label; rows: Table }[];
  changes: { happenedAt: Moment; before?: string | null; after?: string | null; cause: string }[];
  sql: string;
}
export interface RfmClass {
  /** R, F, M as 1 high or 0 low: "111" is 重要价值. */
  code: string;
  value: string;
  label: Label;
  customers: number;
  share: number;
  averageR: number | null;
  averageF: number | null;
  averageM: Decimal | null;
  revenue: Decimal;
  revenueShare: number;
}
export interface Rfm {
  settings: RfmRule;
  asOf: Day;
  windowDays: number;
  /** The lines between high and low; none when nobody bought. */
  thresholds?: { r: Decimal; f: Decimal; m: Decimal } | null;
  classes: RfmClass[];
  /** Customers without a purchase in the window: in no class. */
  without: number;
}

// Segments, conditions ----------------------------------------------------------------------------------

export type Where =
  | { type: 'always' }
  | { type: 'compare'; field: string; op: Op; value: Value }
  | { type: 'in'; field: string; values: Value[] }
  | { type: 'missing'; field: string }
  | { type: 'startsWith'; field: string; text: string }
  | { type: 'contains'; field: string; text: string }
  | { type: 'both'; all: Where[] }
  | { type: 'either'; any: Where[] }
  | { type: 'except'; not: Where };
export type Op = 'EQ' | 'NE' | 'GE' | 'GT' | 'LE' | 'LT';
export interface Period {
  from: Day;
  until: Day;
}
export type Window =
  { type: 'lastDays'; days: number } | { type: 'during'; period: Period } | { type: 'ever' };
export type Aggregate = 'COUNT' | 'SUM' | 'MIN' | 'MAX' | 'DISTINCT_DAYS' | 'DAYS_SINCE_LAST';
export interface Measure {
  entity: 'event' | 'order';
  rows: Where;
  aggregate: Aggregate;
  of?: string | null;
  window: Window;
}
export type Condition =
  | { type: 'all'; of: Condition[] }
  | { type: 'any'; of: Condition[] }
  | { type: 'not'; of: Condition }
  | { type: 'attribute'; customer: Where }
  | { type: 'behaviour'; measure: Measure; op: Op; bound: Decimal }
  | { type: 'holds'; trait: string; op: Op; value: Value };
export interface SegmentCount {
  count: number;
  of: number;
  asOf: Day;
  milliseconds: number;
  sql: string;
}
export interface SegmentView {
  id: string;
  label: string | Label;
  kind: 'dynamic' | 'fixed';
  condition?: Condition | null;
  origin?: unknown;
  size: number;
  /** Saved, and not counted yet: the size is that of the version before. */
  counting: boolean;
  changedAt: Moment | null;
  owner: Label | null;
}
export interface SegmentDay {
  day: Day;
  size: number;
  entered: number;
  left: number;
}
export interface Vocabulary {
  attributes: StandardField[];
  behaviours: {
    entity: 'event' | 'order';
    label: Label;
    fields: StandardField[];
    aggregates: Aggregate[];
  }[];
  traits: {
    trait: string;
    label: Label;
    type: string;
    values: { value: Cell; label: Label }[];
  }[];
}

// Insight ---------------------------------------------------------------------------------------------

export type Metric = 'revenue' | 'netRevenue' | 'orders' | 'buyers' | 'refunds';
export type TimeGrain = 'day' | 'week' | 'month';
/** A measure with its one definition; MONEY is in the currency of the company. */
export interface MetricView {
  id: Metric;
  label: Label;
  meaning: Label;
  unit: 'MONEY' | 'COUNT';
}
export type Versus =
  | { type: 'preceding' }
  | { type: 'precedingBucket' }
  | { type: 'lastYear' }
  | { type: 'chosen'; period: Period };
export interface TrendInsight {
  type: 'trend';
  metric: Metric;
  grain: TimeGrain;
  period: Period;
  versus?: Versus | null;
  who?: Condition;
}
export interface FunnelStep {
  label: string | Label;
  where: Where;
}
export interface FunnelInsight {
  type: 'funnel';
  steps: FunnelStep[];
  windowDays: number;
  period: Period;
  strict?: boolean;
  who?: Condition;
}
export interface BreakdownInsight {
  type: 'breakdown';
  /** What customers are told apart by: a trait, or a field of theirs. */
  trait?: string | null;
  field?: string | null;
  period?: Period | null;
}
export type Insight = TrendInsight | FunnelInsight | BreakdownInsight;
export interface Caution {
  code: string;
  message: string;
}
export interface Answer extends Table {
  asOf: Day;
  sql: string;
  milliseconds: number;
  cautions: Caution[];
  reads: string[];
}
/** One bar, point or cell of an answer: the column that holds the mark, and what is written there. */
export interface Mark {
  column: string;
  at: Record<string, Cell>;
}

// Dashboards ------------------------------------------------------------------------------------------

export interface DashboardEntry {
  id: string;
  label: string | Label;
  tiles: number;
}
/** The last so many days, weeks or months, the running one included. */
export interface Rolling {
  last: number;
  unit: TimeGrain;
}
export interface Tile {
  id: string;
  title: string | Label;
  insight: Insight;
  chart: string;
  x: number;
  y: number;
  w: number;
  h: number;
  /** Where the question is about the latest days instead of its own period. */
  rolling?: Rolling | null;
}
export interface Dashboard {
  id: string;
  label: string | Label;
  tiles: Tile[];
}

// Campaigns ---------------------------------------------------------------------------------------------

export type CampaignState = 'draft' | 'running' | 'stopped' | 'sent' | 'closed';
export type EntryState =
  'HELD_OUT' | 'REFUSED' | 'CLAIMED' | 'SENT' | 'DELIVERED' | 'FAILED' | 'UNCERTAIN';
export interface CampaignDraft {
  label: string;
  segment: string;
  channel: string;
  message: string;
  controlPerMille: number;
  windowDays: number;
  costPerMessage: Decimal;
  marginPercent: Decimal;
}
export interface CampaignAdoption {
  label: string;
  imported: string;
  windowDays: number;
  marginPercent: Decimal;
}
export interface Campaign {
  id: string;
  label: Label;
  /** Sent from here, or by another system whose log was imported. */
  kind: 'launched' | 'imported';
  state: CampaignState;
  audience: number;
  treated: number;
  control: number;
  launchedAt?: Moment | null;
  enteredAt?: Moment | null;
  /** The background work that enters the audience. */
  run?: number | null;
  segment?: string | null;
  channel?: string | null;
  message?: string | null;
  controlPerMille?: number | null;
  costPerMessage?: Decimal | null;
  imported?: string | null;
  windowDays: number;
  marginPercent: Decimal;
  /** Whether addresses are masked for this viewer, on the list for the sender too. */
  masked: boolean;
  entries: Partial<Record<EntryState, number>>;
}
export interface PastCampaign {
  name: string;
  people: number;
  control: number;
  from: Moment;
  until: Moment;
  adopted: boolean;
}
/** What a size of the control group could show; `detectable` is a difference of rates. */
export interface ControlShare {
  controlPerMille: number;
  treated: number;
  control: number;
  detectable?: number | null;
  enough: boolean;
}
export interface Outlook {
  audience: number;
  of: number;
  noAddress: number;
  baseRate: number;
  shares: ControlShare[];
}
export interface CampaignSample {
  id: number;
  name: string;
  address: string;
  arm: string;
  text: string;
  why?: string | null;
}
export interface Rehearsal {
  audience: number;
  treated: number;
  control: number;
  noAddress: number;
  power: { baseRate: number; detectable?: number | null; enough: boolean };
  cost: Decimal;
  sample: CampaignSample[];
}
export type Fate = 'REACHED' | 'HELD_OUT' | 'NO_ADDRESS';
export interface Planned {
  id: number;
  name: string;
  address: string;
  fate: Fate;
  text: string;
}
/** read = matched + known + unknown + bad. */
export interface Receipts {
  read: number;
  matched: number;
  known: number;
  unknown: number;
  bad: number;
  faults: Fault[];
}
export interface CampaignPerson {
  number: number;
  customer: number;
  name?: string | null;
  arm: string;
  state: EntryState;
  reason?: string | null;
  enteredAt: Moment;
  sentAt?: Moment | null;
  deliveredAt?: Moment | null;
}
export interface Interval {
  low: number;
  estimate: number;
  high: number;
  level: number;
}
export interface EffectArm {
  arm: string;
  people: number;
  sent: number;
  delivered: number;
  converted: number;
  rate: number;
  revenue: Decimal;
  perHead: Decimal;
}
export interface Effect {
  asOf: Day;
  window?: { from: Moment; until: Moment; open: boolean; daysLeft: number } | null;
  knowledge: { newestOrder?: Moment | null; endsBefore: boolean; endsWithin: boolean };
  arms: EffectArm[];
  conversion?: { absolute: Interval; relative?: Interval | null; pValue: number } | null;
  revenue?: { perHead: Interval; total: Interval; pValue: number } | null;
  srm?: { pValue: number; alarm: boolean } | null;
  cost: Decimal;
  roi?: Interval | null;
  enough: boolean;
  cautions: Caution[];
  causal: boolean;
  sql: string;
}

// Home ------------------------------------------------------------------------------------------------

export interface HomeView {
  company: Company;
  counts: { customers: number; orders: number; revenue: Decimal; identified: number };
  checklist: { step: string; done: boolean }[];
  recent?: Record<string, unknown>;
}
