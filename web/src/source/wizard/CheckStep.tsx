import { useQuery } from '@tanstack/react-query';
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Mapping, QuarantinedCell, Table } from '#api';
import { AnswerTable, Await, DataTable, Panel, useFormat, useNarrow } from '#shell';
import { checkQuery, useCodeNames, useFieldNames } from '../api';
import { Reason } from '../Reason';
import { useFew } from './few';
import type { ReadJob } from './job';
import { LINE, tried } from './tried';

/** Fourth step: a dry run. What the rows become, and which would be set aside. */
export function CheckStep({ job, mapping }: { job: ReadJob; mapping: Mapping }) {
  const { t } = useTranslation('source');
  const query = useQuery(checkQuery(job.upload.id, mapping));
  return (
    <Await query={query}>
      {(check) => (
        <>
          {check.faults.map((fault) => (
            <Alert
              key={`${fault.code} ${fault.place}`}
              type="warning"
              showIcon
              style={{ marginBottom: 12 }}
              title={fault.message}
            />
          ))}
          <Panel
            flush
            title={t('check.rows')}
            text={t('check.rowsText', { count: check.rows.rows.length })}
          >
            <Tried table={tried(check.rows, mapping.grain)} />
          </Panel>
          {(['quarantine', 'warn'] as const).map((severity) => {
            const cells = check.quarantined.filter((cell) => cell.severity === severity);
            const lines = new Set(cells.map((cell) => cell.line)).size;
            if (severity === 'warn' && lines === 0) return null;
            return (
              <Panel
                key={severity}
                flush
                title={t(severity === 'warn' ? 'check.dropped' : 'check.quarantined', {
                  n: severity === 'warn' ? cells.length : lines,
                })}
                text={t(
                  severity === 'warn'
                    ? 'check.droppedText'
                    : lines === 0
                      ? 'check.none'
                      : 'check.quarantinedText',
                )}
              >
                {lines > 0 && <Refused cells={cells} />}
              </Panel>
            );
          })}
        </>
      )}
    </Await>
  );
}

/** What the rows become. */
function Tried({ table }: { table: Table }) {
  const { t } = useTranslation('source');
  const fieldName = useFieldNames();
  const codeName = useCodeNames();
  const format = useFormat();
  const narrow = useNarrow();
  const { few, more } = useFew(table.rows);
  return (
    <>
      <AnswerTable
        bare
        table={{ ...table, rows: [...few] }}
        width={(column) => (column === LINE ? 72 : column === 'order.order_no' ? 190 : undefined)}
        title={(column) => (column === LINE ? t('quarantine.line') : fieldName(column))}
        write={(column, value) =>
          narrow && column === LINE
            ? t('quarantine.lineOf', { n: format.full(Number(value)) })
            : codeName(column, value)
        }
      />
      {more}
    </>
  );
}

/** Cells that are of no use, each with the reason. */
function Refused({ cells }: { cells: QuarantinedCell[] }) {
  const { t } = useTranslation('source');
  const format = useFormat();
  const fieldName = useFieldNames();
  const narrow = useNarrow();
  const { few, more } = useFew(cells);
  return (
    <>
      <DataTable<QuarantinedCell & { n: number }>
        bare
        rows={few.map((cell, n) => ({ ...cell, n }))}
        rowKey={(cell) => cell.n}
        columns={[
          {
            key: 'line',
            title: t('quarantine.line'),
            width: 90,
            number: true,
            render: (cell) =>
              narrow
                ? t('quarantine.lineOf', { n: format.full(cell.line) })
                : format.full(cell.line),
          },
          {
            key: 'field',
            title: t('quarantine.field'),
            width: 160,
            render: (cell) => fieldName(cell.field) || '—',
          },
          {
            key: 'value',
            title: t('quarantine.value'),
            width: 220,
            ellipsis: true,
            render: (cell) => cell.value ?? t('map.empty'),
          },
          {
            key: 'why',
            title: t('quarantine.why'),
            card: 'wide',
            render: (cell) => <Reason message={cell.message} place={cell.place} />,
          },
        ]}
      />
      {more}
    </>
  );
}
