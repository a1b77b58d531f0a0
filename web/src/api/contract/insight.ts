import type { Schemas, With } from './exact';

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
