import type { Schemas, With } from './exact';
import type { Grained } from './standard';

/**
 * Whether the whole row is set aside, only a value was dropped, a number was capped, or nothing but
 * a reminder given.
 */
export type Severity = 'quarantine' | 'warn' | 'capped' | 'remind';
export interface Severe {
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
/** landed = clean + quarantined + merged + superseded, always. */
export type Counts = Schemas['QualityCounts'];
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
/** Orders of one source: whose buyer is named, and whose stands behind a lent number. */
export type OrderReach = Schemas['QualityReachView'];
/** What a feed or field is worth on both sides of cleaning. */
export type Sides = Schemas['DiagnosisSides'];
/** Who looks after a source or a rule, and when it is to be looked at again. */
export type Upkeep = Schemas['UpkeepView'];
export type Keeper = Schemas['UpkeepPerson'];
/** Scores that fell and that nobody has seen, and how the alarm is set. */
export type Falls = Schemas['FallListView'];
export type Fall = Schemas['FallView'];
export type FallAlarm = Schemas['FallAlarmView'];
/** A repair of many cells at once: what to make of which values, what it would do, one in force. */
export type Mend = Schemas['Mend'];
export type RepairWanted = Schemas['RepairWanted'];
export type RepairTrial = Schemas['RepairTrialView'];
export type RepairOutcome = Schemas['RepairOutcomeView'];
export type Repair = Schemas['RepairView'];
/** What came, what was wrong with it, what was done, and what to do next. */
export type FeedDiagnosis = With<
  Schemas['DiagnosisFeedView'],
  Grained & { troubles: With<Schemas['DiagnosisTroubleView'], Severe>[] }
>;
export type Diagnosis = With<Schemas['DiagnosisView'], { feeds: FeedDiagnosis[] }>;
export type Trouble = FeedDiagnosis['troubles'][number];
/** A task to fill in what rows lack, its rows, and who typed rows that could be given. */
export type Completion = Schemas['CompletionView'];
export type CompletionLack = Schemas['CompletionLack'];
export type CompletionGiven = Schemas['CompletionGiven'];
export type CompletionShare = Schemas['CompletionShare'];
export type CompletionRow = Schemas['CompletionRowView'];
/** A standard procedure, a step of it, and how one is written down. */
export type Procedure = Schemas['ProcedureView'];
export type ProcedureStep = Schemas['ProcedureStepView'];
export type ProcedureWanted = Schemas['ProcedureWanted'];
export type ReadyProcedure = Schemas['ProceduresReady'];
