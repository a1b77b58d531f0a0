import type { Condition } from './condition';
import type { Schemas, With } from './exact';
import type { Insight } from './insight';

export type DashboardEntry = Schemas['DashboardListed'];
/** The last so many days, weeks or months, the running one included. */
export type Rolling = Schemas['Rolling'];
/** `rolling`: where the question is about the latest days instead of its own period. */
export type Tile = With<Schemas['Tile'], { insight?: Insight }>;
export type BoardFilter = With<Schemas['BoardFilter'], { who?: Condition }>;
export type Dashboard = With<Schemas['DashboardView'], { tiles: Tile[]; filter?: BoardFilter }>;
/** Who customers are, what they are worth and like, and what is most worth doing. */
export type Report = Schemas['ReportView'];
/** Customers told apart by one thing: `gender age level province city source channel category product`. */
export type Division = Schemas['ReportDivision'];
export type DivisionShare = Schemas['ReportShare'];
export type Opportunity = Schemas['Opportunity'];
