import { Tabs } from 'antd';
import type { CSSProperties, ReactNode } from 'react';
import { useSearchParams } from 'react-router';
import { Page, type Heading } from './Page';
import css from './page.module.css';

/** A list: filters above, a bulk bar while rows are chosen, the table. */
export function ListPage({
  filters,
  bulk,
  children,
  ...heading
}: Heading & { filters?: ReactNode; bulk?: ReactNode; children: ReactNode }) {
  return (
    <Page {...heading}>
      {filters && <div className={css.filters}>{filters}</div>}
      {bulk && <div className={css.bulk}>{bulk}</div>}
      {children}
    </Page>
  );
}

export interface TabSpec {
  key: string;
  label: ReactNode;
  children: ReactNode;
}

/** One thing: facts under the title, then tabs, the chosen one kept in the address. */
export function DetailPage({
  facts,
  tabs,
  children,
  ...heading
}: Heading & { facts?: FactSpec[]; tabs?: TabSpec[]; children?: ReactNode }) {
  return (
    <Page {...heading}>
      {facts && <Facts facts={facts} />}
      {children}
      {tabs && <AddressTabs tabs={tabs} />}
    </Page>
  );
}

export interface FactSpec {
  label: ReactNode;
  value: ReactNode;
}

/** So many stand in a row; more make rows of equal length, so that none is left alone in the last. */
const FACTS_A_ROW = 7;

export function Facts({ facts }: { facts: FactSpec[] }) {
  const rows = Math.ceil(facts.length / FACTS_A_ROW);
  const columns = rows > 1 ? Math.ceil(facts.length / rows) : FACTS_A_ROW;
  return (
    <dl className={css.facts} style={{ '--facts': columns } as CSSProperties}>
      {facts.map((fact, i) => (
        <div key={i} className={css.fact}>
          <dt>{fact.label}</dt>
          <dd>{fact.value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Tabs whose choice stands in the address as ?tab=…, so that a link reproduces the view. */
export function AddressTabs({ tabs }: { tabs: TabSpec[] }) {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('tab');
  const active = tabs.some((tab) => tab.key === asked) ? asked : tabs[0]?.key;
  return (
    <Tabs
      activeKey={active ?? undefined}
      items={tabs}
      onChange={(key) =>
        setSearch(
          (now) => {
            now.set('tab', key);
            return now;
          },
          { replace: true },
        )
      }
    />
  );
}

/** Something being made: the canvas at the left, at the right what it would give, always a count. */
export function BuilderPage({
  preview,
  children,
  ...heading
}: Heading & { preview: ReactNode; children: ReactNode }) {
  return (
    <Page {...heading}>
      <div className={css.builder}>
        <div>{children}</div>
        <aside className={css.preview} aria-live="polite">
          {preview}
        </aside>
      </div>
    </Page>
  );
}

/** A report: as-of, filters, tiles of figures, charts, notes at the foot. */
export function ReportPage({
  filters,
  tiles,
  notes,
  children,
  ...heading
}: Heading & {
  filters?: ReactNode;
  tiles?: ReactNode;
  notes?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <Page {...heading}>
      {filters && <div className={css.filters}>{filters}</div>}
      {tiles && <Tiles>{tiles}</Tiles>}
      {children}
      {notes && <footer className={css.notes}>{notes}</footer>}
    </Page>
  );
}

/** Something that runs by itself: figures of now, then the lists behind them. */
export function MonitorPage({
  tiles,
  children,
  ...heading
}: Heading & { tiles?: ReactNode; children: ReactNode }) {
  return (
    <Page {...heading}>
      {tiles && <Tiles>{tiles}</Tiles>}
      {children}
    </Page>
  );
}

export function Tiles({ children }: { children: ReactNode }) {
  return <div className={css.tiles}>{children}</div>;
}

/** One figure: what it is, how much, and a note such as a share. */
export function Tile({
  label,
  value,
  note,
  title,
}: {
  label: ReactNode;
  value: ReactNode;
  note?: ReactNode;
  /** The full value, shown on hover. */
  title?: string;
}) {
  return (
    <div className={css.tile}>
      <div className={css.tileLabel}>{label}</div>
      <div className={css.tileValue} title={title}>
        {value}
      </div>
      {note && <div className={css.tileNote}>{note}</div>}
    </div>
  );
}

/** A sheet of paper on the page. `flush` lets a table reach its edges. */
export function Panel({
  title,
  text,
  extra,
  flush = false,
  children,
}: {
  title?: ReactNode;
  text?: ReactNode;
  extra?: ReactNode;
  flush?: boolean;
  children: ReactNode;
}) {
  return (
    <section className={css.panel}>
      {(title ?? extra) && (
        <div className={css.panelHead}>
          <div>
            <h2 className={css.panelTitle}>{title}</h2>
            {text && <p className={css.panelText}>{text}</p>}
          </div>
          {extra}
        </div>
      )}
      <div className={flush ? css.flush : css.panelBody}>{children}</div>
    </section>
  );
}
