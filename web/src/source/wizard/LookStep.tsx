import { InputNumber, Select, Switch } from 'antd';
import type { Dispatch, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileLook, Layout, NoRow } from '#api';
import { Complaint, DataTable, Panel, useFormat, useNarrow, type Col } from '#shell';
import { useLook } from '../api';
import { Reason } from '../Reason';
import { useFew } from './few';
import { layoutOf, type Act, type ReadJob } from './job';
import css from './wizard.module.css';

const ENCODINGS = ['UTF-8', 'GB18030', 'GBK', 'Big5', 'UTF-16LE', 'UTF-16BE', 'ISO-8859-1'];
const DELIMITERS = [',', '\t', ';', '|'];

/** Second step: is the file read as it was meant? Every guess can be corrected. */
export function LookStep({ job, act }: { job: ReadJob; act: Dispatch<Act> }) {
  const { t } = useTranslation('source');
  const query = useLook(job.upload, job.layout);
  const look = query.data ?? job.upload.look;
  const layout = layoutOf(job);
  const saysItself = look.format === 'json' || look.format === 'parquet';
  const change = (part: Partial<Layout>) =>
    act({ type: 'layout', key: job.key, layout: { ...layout, ...part } });
  return (
    <>
      <div className={css.controls}>
        {look.format === 'xlsx' ? (
          <>
            <Control label={t('look.sheet')}>
              <Select
                value={layout.sheet ?? look.sheets[0]}
                options={look.sheets.map((sheet) => ({ value: sheet, label: sheet }))}
                onChange={(sheet) => change({ sheet, stack: without(layout.stack, sheet) })}
                popupMatchSelectWidth={false}
                style={{ minWidth: 140 }}
              />
            </Control>
            {look.sheets.length > 1 && <Stacking look={look} layout={layout} change={change} />}
          </>
        ) : (
          look.format !== 'parquet' && (
            <>
              <Control label={t('look.encoding')}>
                <Select
                  value={layout.encoding}
                  options={withFound(ENCODINGS, layout.encoding).map((value) => ({ value }))}
                  onChange={(encoding) => change({ encoding })}
                  style={{ width: 130 }}
                />
              </Control>
              {look.format === 'csv' && (
                <Control label={t('look.delimiter')}>
                  <Select
                    value={layout.delimiter}
                    options={withFound(DELIMITERS, layout.delimiter).map((value) => ({
                      value,
                      label: DELIMITERS.includes(value)
                        ? t(`look.delimiters.${DELIMITERS.indexOf(value)}`)
                        : value,
                    }))}
                    onChange={(delimiter) => change({ delimiter })}
                    style={{ width: 130 }}
                  />
                </Control>
              )}
            </>
          )
        )}
        {!saysItself && (
          <>
            <Control label={t('look.skip')}>
              <InputNumber
                min={0}
                max={100}
                precision={0}
                value={layout.skip}
                onChange={(skip) => change({ skip: skip ?? 0 })}
                style={{ width: 100 }}
              />
            </Control>
            <Control label={t('look.header')}>
              <Switch checked={layout.header} onChange={(header) => change({ header })} />
            </Control>
          </>
        )}
      </div>
      <p className={css.quiet}>{t(saysItself ? `look.${look.format}Lead` : 'look.lead')}</p>
      {layout.stack && <p className={css.quiet}>{t('look.stackText')}</p>}
      {query.error && <Complaint error={query.error} />}
      <Panel flush>
        <Preview look={look} loading={query.isFetching} />
      </Panel>
      <NoRows rows={look.noRows} />
    </>
  );
}

type Stack = Layout['stack'];

/** Further sheets without one of them; nothing when none is left. */
const without = (stack: Stack, sheet: string | null | undefined): Stack => {
  const sheets = stack?.sheets.filter((one) => one !== sheet) ?? [];
  return stack && sheets.length > 0 ? { ...stack, sheets } : undefined;
};

/** Sheets of the same kind, one a month or one a shop, become one table. */
function Stacking({
  look,
  layout,
  change,
}: {
  look: FileLook;
  layout: Layout;
  change: (part: Partial<Layout>) => void;
}) {
  const { t } = useTranslation('source');
  const first = layout.sheet ?? look.sheets[0];
  const others = look.sheets.filter((sheet) => sheet !== first);
  const { stack } = layout;
  return (
    <>
      <Control label={t('look.stack')}>
        <Select<string[]>
          mode="multiple"
          value={stack?.sheets ?? []}
          options={others.map((sheet) => ({ value: sheet, label: sheet }))}
          placeholder={t('look.stackNone')}
          maxTagCount="responsive"
          onChange={(chosen) => {
            // In the order of the workbook, whatever was clicked first.
            const sheets = others.filter((sheet) => chosen.includes(sheet));
            change({ stack: sheets.length > 0 ? { ...stack, sheets } : undefined });
          }}
          style={{ width: 220 }}
        />
      </Control>
      {stack && (
        <Control label={t('look.stackColumn')}>
          <Switch
            checked={Boolean(stack.column)}
            onChange={(on) =>
              change({
                stack: { sheets: stack.sheets, ...(on ? { column: t('look.sheet') } : {}) },
              })
            }
          />
        </Control>
      )}
    </>
  );
}

const withFound = (usual: string[], found?: string | null): string[] =>
  found && !usual.includes(found) ? [found, ...usual] : usual;

function Control({ label, children }: { label: string; children: ReactNode }) {
  return (
    <label className={css.control}>
      <span>{label}</span>
      {children}
    </label>
  );
}

/** Lines at the beginning of the file that are no rows: a wrong delimiter shows here first. */
function NoRows({ rows }: { rows: NoRow[] }) {
  const { t } = useTranslation('source');
  const format = useFormat();
  if (rows.length === 0) return null;
  return (
    <Panel flush title={t('look.noRows', { n: rows.length })} text={t('look.noRowsText')}>
      <DataTable<NoRow>
        bare
        label={t('look.noRows', { n: rows.length })}
        rows={rows}
        rowKey={(row) => row.line}
        columns={[
          {
            key: 'line',
            title: t('quarantine.line'),
            width: 90,
            number: true,
            render: (row) => format.full(row.line),
          },
          {
            key: 'why',
            title: t('quarantine.why'),
            card: 'title',
            render: (row) => <Reason message={row.message} place={row.place} />,
          },
          {
            key: 'text',
            title: t('quarantine.text'),
            card: 'wide',
            ellipsis: true,
            render: (row) => row.text,
          },
        ]}
      />
    </Panel>
  );
}

interface Line {
  cells: (string | null)[];
  line: number;
}

function Preview({ look, loading }: { look: FileLook; loading: boolean }) {
  const { t } = useTranslation('source');
  const format = useFormat();
  const narrow = useNarrow();
  const { few, more } = useFew(look.rows);
  const columns = look.columns.map((column, i): Col<Line> => ({
    key: String(i),
    // A card has no room for more than the name.
    title: narrow ? (
      column.name
    ) : (
      <span className={css.columnHead}>
        <strong>{column.name}</strong>
        <span>
          {t(`look.type.${column.type}`)} ·{' '}
          {t('look.filled', { share: format.percent(column.filled) })}
        </span>
      </span>
    ),
    ellipsis: true,
    number: column.type === 'number',
    render: (row) => row.cells[i] ?? '',
  }));
  return (
    <>
      <DataTable<Line>
        bare
        label={t('look.preview')}
        loading={loading}
        rows={few.map((cells, line) => ({ cells, line }))}
        rowKey={(row) => row.line}
        columns={columns}
        minWidth={Math.max(600, look.columns.length * 150)}
      />
      {more}
    </>
  );
}
