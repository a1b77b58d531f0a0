import { App, Button, Input, Tag } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { Completion, CompletionRow } from '#api';
import {
  Await,
  Complaint,
  DataTable,
  ErrorState,
  ListPage,
  Panel,
  useFormat,
  useLabel,
  useTranslation,
} from '#shell';
import { useFieldNames } from '#source';
import { useCompletions, useFill, useTaskRows } from './api';
import css from './completions.module.css';
import { State } from './CompletionsPage';

/** The rows of one task, each with the field that is to be filled in. */
export function CompletionPage() {
  const { id = '' } = useParams();
  const { t } = useTranslation('quality');
  const fieldName = useFieldNames();
  const label = useLabel();
  const format = useFormat();
  return (
    <Await query={useCompletions()}>
      {(tasks) => {
        const task = tasks.find((one) => one.id === id);
        if (!task) return <ErrorState error={new Error(t('completions.gone'))} />;
        return (
          <ListPage
            title={t('completions.fillIn', { field: fieldName(task.field) })}
            lead={t('completions.said', {
              who: label(task.whoName),
              by: label(task.givenBy),
              due: format.day(task.due),
            })}
            up={{ to: '/quality/completions', label: t('completions.title') }}
            actions={<State task={task} />}
          >
            {task.note && <p>{task.note}</p>}
            <Rows task={task} />
          </ListPage>
        );
      }}
    </Await>
  );
}

const keyOf = ({ batch, line }: CompletionRow) => `${batch}/${line}`;

function Rows({ task }: { task: Completion }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const fieldName = useFieldNames();
  const { message } = App.useApp();
  const [typed, setTyped] = useState<Record<string, string>>({});
  const query = useTaskRows(task.id);
  const fill = useFill(task.id);
  const column = fieldName(task.field);
  return (
    <Await query={query}>
      {(rows) => {
        const filled = rows.flatMap((row) => {
          const value = typed[keyOf(row)]?.trim();
          return value ? [{ batch: row.batch, line: row.line, value }] : [];
        });
        return (
          <Panel flush text={t('completions.rowsText')}>
            <DataTable<CompletionRow>
              bare
              label={t('completions.fillIn', { field: column })}
              rows={rows}
              rowKey={keyOf}
              minWidth={760}
              columns={[
                {
                  key: 'row',
                  title: t('completions.row'),
                  card: 'wide',
                  render: (row) => <Said row={row} heading={task.heading} />,
                },
                {
                  key: 'place',
                  title: t('file'),
                  width: 220,
                  ellipsis: true,
                  render: (row) =>
                    t('trial.place', { file: row.file, line: format.full(row.line) }),
                },
                {
                  key: 'value',
                  title: column,
                  width: 280,
                  card: 'title',
                  render: (row) => {
                    const now = row.cells.find((cell) => cell.heading === task.heading)?.value;
                    if (!row.open)
                      return (
                        <>
                          {now ?? '—'} <Tag color="green">{t('completions.filled')}</Tag>
                        </>
                      );
                    return (
                      <>
                        <Input
                          value={typed[keyOf(row)] ?? ''}
                          maxLength={2000}
                          placeholder={now ?? t('empty')}
                          aria-label={t('completions.valueOf', {
                            field: column,
                            line: format.full(row.line),
                          })}
                          onChange={(event) =>
                            setTyped((all) => ({ ...all, [keyOf(row)]: event.target.value }))
                          }
                        />
                        {row.message && <small className={css.late}>{row.message}</small>}
                      </>
                    );
                  },
                },
              ]}
            />
            <div className={css.save}>
              <Button
                type="primary"
                disabled={filled.length === 0}
                loading={fill.isPending}
                onClick={() =>
                  fill.mutate(filled, {
                    onSuccess: () => {
                      setTyped({});
                      void message.success(t('completions.saved'));
                    },
                  })
                }
              >
                {t('completions.save', { n: filled.length })}
              </Button>
              <Complaint error={fill.error} />
            </div>
          </Panel>
        );
      }}
    </Await>
  );
}

/** What else the row says, to know it by. */
function Said({ row, heading }: { row: CompletionRow; heading: string }) {
  const fieldName = useFieldNames();
  return (
    <span className={css.said}>
      {row.cells
        .filter((cell) => cell.heading !== heading && cell.value)
        .slice(0, 6)
        .map((cell) => (
          <span key={cell.heading}>
            <small>{fieldName(cell.field)}</small> {cell.value}
          </span>
        ))}
    </span>
  );
}
