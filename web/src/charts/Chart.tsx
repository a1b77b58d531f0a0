import { Button, Dropdown, Tooltip } from 'antd';
import { useMemo, useState, type ReactNode } from 'react';
import { save, type Cell, type Table } from '#api';
import {
  AnswerTable,
  Empty,
  ErrorState,
  icons,
  useFormat,
  useInk,
  useLocale,
  useNarrow,
  useTranslation,
} from '#shell';
import css from './chart.module.css';
import { csv } from './csv';
import { HowDrawer, type How } from './HowDrawer';
import type { Drawing, Pen } from './pen';
import { picture } from './picture';
import { useDrawing } from './useDrawing';

interface Props {
  /** The finding or the question. */
  title: string;
  /** Unit and what else the reader must know: 单位：元. The as-of day is added by itself. */
  note?: string;
  /** Keep it stable (useCallback), or the chart is drawn anew at each render. */
  draw: Drawing;
  /** The figures behind the chart: its data view and its CSV. */
  table: Table;
  how?: How;
  height?: number;
  /** A mark was clicked: the row and column of the figure under it. */
  onMark?: (row: number, column: string) => void;
  columnTitle?: (column: string) => string;
  write?: (column: string, value: Cell) => string | undefined;
  extra?: ReactNode;
}

/** A chart with its title, its data view, its pictures, and how it was computed, alike everywhere. */
export function Chart(props: Props) {
  const { title, note, draw, table, how, height = 280, onMark, columnTitle, write, extra } = props;
  const { t } = useTranslation('charts');
  const ink = useInk();
  const format = useFormat();
  const locale = useLocale();
  const narrow = useNarrow();
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const [explained, setExplained] = useState(false);

  const pen = useMemo<Pen>(
    () => ({ ink, format, narrow, say: (key, words) => t(key, words ?? {}) }),
    [ink, format, narrow, t],
  );
  const option = useMemo(() => draw(pen), [draw, pen]);
  const { place, engine, failed } = useDrawing(option, ink, locale, onMark);
  const asOf = how?.asOf ? t('how.upTo', { day: format.day(how.asOf) }) : '';
  const notes = [note, asOf].filter(Boolean).join(' · ');
  const isEmpty = table.rows.length === 0;

  const savePicture = async () => {
    if (!engine.current) return;
    const blob = await picture(engine.current, ink, title, notes);
    if (blob) save(blob, `${title}.png`);
  };
  const saveTable = () =>
    save(new Blob([csv(table)], { type: 'text/csv;charset=utf-8' }), `${title}.csv`);

  return (
    <figure className={css.chart} style={{ margin: 0 }}>
      <figcaption className={css.head}>
        <div>
          <h3 className={css.title}>{title}</h3>
          {notes && <div className={css.note}>{notes}</div>}
        </div>
        <div className={css.tools}>
          {extra}
          {!isEmpty && (
            <>
              <Tool
                label={t(view === 'chart' ? 'tool.table' : 'tool.chart')}
                onClick={() => setView(view === 'chart' ? 'table' : 'chart')}
              >
                {view === 'chart' ? <icons.table size={16} /> : <icons.chart size={16} />}
              </Tool>
              <Dropdown
                trigger={['click']}
                menu={{
                  items: [
                    {
                      key: 'png',
                      label: t('tool.png'),
                      disabled: view === 'table',
                      onClick: () => void savePicture(),
                    },
                    { key: 'csv', label: t('tool.csv'), onClick: saveTable },
                  ],
                }}
              >
                <Button type="text" size="small" aria-label={t('tool.save')}>
                  <icons.save size={16} />
                </Button>
              </Dropdown>
            </>
          )}
          {how && (
            <Tool label={t('tool.how')} onClick={() => setExplained(true)}>
              <icons.question size={16} />
            </Tool>
          )}
        </div>
      </figcaption>
      {isEmpty ? (
        <Empty title={t('empty')} text={t('emptyText')} />
      ) : failed ? (
        <ErrorState error={new Error('chart engine')} retry={() => window.location.reload()} />
      ) : (
        <>
          <div
            ref={place}
            className={`${css.canvas} ${onMark ? css.clickable : ''}`}
            style={{ height, display: view === 'chart' ? 'block' : 'none' }}
            role="img"
            aria-label={`${title}. ${notes}. ${t('tool.tableHint')}`}
          />
          {view === 'table' && (
            <div className={css.table} style={{ maxHeight: Math.max(height, 320) }}>
              <AnswerTable table={table} title={columnTitle} write={write} />
            </div>
          )}
        </>
      )}
      {how?.cautions && how.cautions.length > 0 && (
        <ul className={css.cautions}>
          {how.cautions.map((caution) => (
            <li key={caution.code}>{caution.message}</li>
          ))}
        </ul>
      )}
      {how && <HowDrawer how={how} open={explained} onClose={() => setExplained(false)} />}
    </figure>
  );
}

function Tool({
  label,
  onClick,
  children,
}: {
  label: string;
  onClick: () => void;
  children: ReactNode;
}) {
  return (
    <Tooltip title={label}>
      <Button type="text" size="small" aria-label={label} onClick={onClick}>
        {children}
      </Button>
    </Tooltip>
  );
}
