export { Change, Figure, useCurrency, useRiseColour } from './Figure';
export { icons } from './brand/icons';
export { Orchid } from './brand/Orchid';
export { Seal } from './brand/Seal';
export type { NavItem, Section } from './frame/section';
export { makeClient, Shell, Studio } from './frame/Shell';
export { useNarrow } from './frame/useNarrow';
export { i18next, switchLanguage, useLabel, useLocale, useTranslation } from './i18n';
export {
  AddressTabs,
  BuilderPage,
  DetailPage,
  Facts,
  ListPage,
  MonitorPage,
  Panel,
  ReportPage,
  Tile,
  Tiles,
  type FactSpec,
  type TabSpec,
} from './page/kinds';
export { Page, type Heading } from './page/Page';
export { WizardPage, type WizardStep } from './page/WizardPage';
export { RunProgress } from './runs/RunProgress';
export { isOver, runQuery, useRun, useRuns, useRunsDrawer } from './runs/runs';
export { useNow } from './runs/useNow';
export { isNamed, MOST, type Act, type Finder, type Found } from './search/finder';
export { SeesSome } from './states/SeesSome';
export { useFormat, useRight, useRightOverAll, useSession } from './session';
export { Await } from './states/Await';
export { Complaint } from './states/Complaint';
export { DataFirst, ToImport } from './states/DataFirst';
export { Empty } from './states/Empty';
export { ErrorState } from './states/ErrorState';
export { Loading } from './states/Loading';
export { AnswerTable } from './table/AnswerTable';
export { byNumber } from './table/byNumber';
export { DataTable, type Col, type Paging, type Sorting } from './table/DataTable';
export { ListSearch, useSought } from './table/ListSearch';
export { usePaged } from './table/usePaged';
export { useInk, useStill } from './theme/Theme';
export { useDelayed } from './useDelayed';
