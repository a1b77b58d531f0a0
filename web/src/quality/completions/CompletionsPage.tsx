import { App, Button, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Completion } from '#api';
import {
  Await,
  Complaint,
  DataTable,
  Empty,
  icons,
  ListPage,
  Panel,
  useFormat,
  useLabel,
  useTranslation,
} from '#shell';
import { useFeedNames, useFieldNames, useSourceNames } from '#source';
import { useSeesCells } from '../api';
import css from './completions.module.css';
import { useCompletions, useWithdraw } from './api';
import { GiveDialog } from './GiveDialog';

/** 补录: who is to fill in what, by when, and how far they are. */
export function CompletionsPage() {
  const { t } = useTranslation('quality');
  const mayGive = useSeesCells();
  const [giving, setGiving] = useState(false);
  const give = mayGive && (
    <Button type="primary" onClick={() => setGiving(true)}>
      {t('completions.give')}
    </Button>
  );
  return (
    <ListPage
      title={t('completions.title')}
      lead={t('completions.lead')}
      up={{ to: '/quality', label: t('title') }}
      actions={give}
    >
      <Await query={useCompletions()}>
        {(tasks) =>
          tasks.length === 0 ? (
            <Empty
              picture={<icons.quality size={56} />}
              title={t('completions.none')}
              text={t(mayGive ? 'completions.noneText' : 'completions.noneMine')}
              action={give}
            />
          ) : (
            <Tasks tasks={tasks} mayGive={mayGive} />
          )
        }
      </Await>
      {giving && <GiveDialog onClose={() => setGiving(false)} />}
    </ListPage>
  );
}

function Tasks({ tasks, mayGive }: { tasks: Completion[]; mayGive: boolean }) {
  const { t } = useTranslation('quality');
  const label = useLabel();
  const format = useFormat();
  const sourceName = useSourceNames();
  const feedName = useFeedNames();
  const fieldName = useFieldNames();
  const { message } = App.useApp();
  const withdraw = useWithdraw();
  return (
    <Panel flush>
      <Complaint error={withdraw.error} />
      <DataTable<Completion>
        bare
        label={t('completions.title')}
        rows={tasks}
        rowKey={(one) => one.id}
        minWidth={980}
        columns={[
          {
            key: 'what',
            title: t('completions.what'),
            card: 'title',
            width: 200,
            render: (one) => (
              <Link to={`/quality/completions/${encodeURIComponent(one.id)}`}>
                {t('completions.fillIn', { field: fieldName(one.field) })}
              </Link>
            ),
          },
          {
            key: 'where',
            title: t('rules.rows'),
            card: 'wide',
            render: (one) => (
              <>
                {`${sourceName(one.source)} · ${feedName(one.source, one.feed)}`}
                {one.typist && ` · ${t('completions.typedBy', { typist: one.typist })}`}
              </>
            ),
          },
          {
            key: 'who',
            title: t('completions.who'),
            width: 130,
            render: (one) => label(one.whoName),
          },
          {
            key: 'due',
            title: t('completions.due'),
            width: 150,
            render: (one) => (
              <span className={one.overdue ? css.late : undefined}>{format.day(one.due)}</span>
            ),
          },
          {
            key: 'open',
            title: t('completions.progress'),
            width: 170,
            render: (one) => <State task={one} />,
          },
          {
            key: 'by',
            title: t('completions.by'),
            width: 120,
            render: (one) => label(one.givenBy),
          },
          ...(mayGive
            ? [
                {
                  key: 'withdraw',
                  title: '',
                  width: 90,
                  render: (one: Completion) => (
                    <Popconfirm
                      title={t('completions.withdrawAsk')}
                      description={t('completions.withdrawText')}
                      okText={t('completions.withdraw')}
                      cancelText={t('correct.cancel')}
                      onConfirm={() =>
                        withdraw.mutate(one.id, {
                          onSuccess: () => void message.success(t('completions.withdrawn')),
                        })
                      }
                    >
                      <Button type="text" size="small">
                        {t('completions.withdraw')}
                      </Button>
                    </Popconfirm>
                  ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}

/** How far it is: done by itself once no row lacks the value. */
export function State({ task }: { task: Completion }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  if (task.open === 0) return <Tag color="green">{t('completions.done')}</Tag>;
  return (
    <span>
      {t('completions.left', { open: format.full(task.open), rows: format.full(task.rows) })}{' '}
      {task.overdue && <Tag color="red">{t('completions.overdue')}</Tag>}
    </span>
  );
}
