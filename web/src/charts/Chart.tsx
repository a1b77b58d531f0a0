import { Button, Dropdown, Tooltip } from 'antd';
import { useMemo, useRef, useState, type ReactNode } from 'react';
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
  useRiseColour,
  useTranslation,
} from '#shell';
import css from './chart.module.css';
import { csv } from './csv';
import { HowDrawer, type How } from './HowDrawer';
import type { DrawnMark } from './mark';
import { PaperKey } from './PaperKey';
import type { Drawing, Pen } from './pen';
import { picture } from './picture';
import { useDrawing, useWidth } from './useDrawing';
import { useWalk } from './useWalk';

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
  /** Takes the height of its place, and at least so many pixels for the drawing. */
  fill?: number;
  /** A mark was opened, by mouse or by keyboard: the row and column of the figure under it. */
  onMark?: (row: number, column: string) => void;
  /** Which columns of the data view can be opened too. */
  opens?: readonly string[];
  columnTitle?: (column: string) => string;
  write?: (column: string, value: Cell) => string | undefined;
  extra?: ReactNode;
  /** The finding in figures, between the title and the drawing. */
  above?: ReactNode;
}

/** A chart with its title, its data view, its pictures, and how it was computed, alike everywhere. */
export function Chart(props: Props) {
  const { title, note, draw, table, how, height = 280, onMark, opens, extra } = props;
  const { columnTitle, write, above } = props;
  const { t } = useTranslation('charts');
  const ink = useInk();
  const format = useFormat();
  const locale = useLocale();
  const narrow = useNarrow();
  const fills = props.fill !== undefined && !narrow;
  const [view, setView] = useState<'chart' | 'table'>('chart');
  const [explained, setExplained] = useState(false);

  const rise = useRiseColour();
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const pen = useMemo<Pen>(
    () => ({
      ink,
      format,
      narrow,
      width,
      rise: rise === 'red' ? ink.danger : ink.good,
      fall: rise === 'red' ? ink.good : ink.danger,
      say: (key, words) => t(key, words ?? {}),
    }),
    [ink, format, narrow, width, rise, t],
  );
  const option = useMemo(() => draw(pen), [draw, pen]);
  const { engine, failed } = useDrawing(place, option, ink, locale, onMark);
  const walk = useWalk(option, engine, onMark);
  const asOf = how?.asOf ? t('how.upTo', { day: format.day(how.asOf) }) : '';
  const notes = [note, asOf].filter(Boolean).join(' · ');
  const isEmpty = table.rows.length === 0;

  const savePicture = async () => {
    if (!engine.current) return;
    const blob = await picture(engine.current, ink, title, notes);
    if (blob) save(blob, `${title}.png`);
  };
  const saveTable = () =>
    save(new Blob([csv(table, columnTitle)], { type: 'text/csv;charset=utf-8' }), `${title}.csv`);

  return (
    <figure className={css.chart} data-fill={fills} style={{ margin: 0 }}>
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
      {!isEmpty && above}
      {isEmpty ? (
        <Empty title={t('empty')} text={t('emptyText')} />
      ) : failed ? (
        <ErrorState error={new Error('chart engine')} retry={() => window.location.reload()} />
      ) : (
        <>
          {view === 'chart' && <PaperKey option={option} />}
          <div
            ref={place}
            className={`${css.canvas} ${onMark ? css.clickable : ''}`}
            style={{
              ...(fills ? { minHeight: props.fill } : { height }),
              display: view === 'chart' ? 'block' : 'none',
            }}
            {...(onMark && walk.most >= 0
              ? {
                  role: 'slider',
                  tabIndex: 0,
                  'aria-label': `${title}. ${notes}. ${t('tool.openHint')}`,
                  'aria-valuemin': 0,
                  'aria-valuemax': walk.most,
                  'aria-valuenow': walk.at,
                  'aria-valuetext': walk.mark ? told(props, walk.mark) : undefined,
                  onKeyDown: walk.onKeyDown,
                  onBlur: walk.onBlur,
                }
              : {
                  role: 'img',
                  'aria-label': `${title}. ${notes}. ${t('tool.tableHint')}`,
                })}
          />
          {view === 'table' && (
            <div
              className={css.table}
              style={fills ? undefined : { maxHeight: Math.max(height, 320) }}
            >
              <AnswerTable
                table={table}
                title={columnTitle}
                write={write}
                opens={onMark && opens}
                onOpen={onMark}
              />
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

/** A mark in words: 2026年5月, 销售额 ¥264,329. */
function told({ table, columnTitle, write }: Props, mark: DrawnMark): string {
  const cell = (name: string) => {
    const value =
      table.rows[mark.row]?.[table.columns.findIndex((one) => one.name === name)] ?? null;
    return write?.(name, value) ?? String(value ?? '—');
  };
  const name = table.columns.some((one) => one.name === 'label')
    ? 'label'
    : (table.columns[0]?.name ?? '');
  return `${cell(name)}, ${columnTitle?.(mark.column) ?? mark.column} ${cell(mark.column)}`;
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
