import { Alert, Button, Select } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { Act, TrailEntry } from '#api';
import {
  Await,
  DataTable,
  Empty,
  Panel,
  useFormat,
  useLabel,
  useTranslation,
  type Col,
} from '#shell';
import css from './access.module.css';
import { usePeople, useTrail } from './api';
import { Detail, What } from './TrailWords';

const STEP = 100;
const MOST = 500;
const ACTS: Act[] = [
  'LOGIN',
  'LOGIN_FAILED',
  'LOGOUT',
  'SET_UP',
  'USER_ADDED',
  'USER_CHANGED',
  'DEFINED',
  'DELETED',
  'IMPORTED',
  'EXPORTED',
  'UNMASKED',
  'SENT',
];

/** 操作记录: who did what, the latest first, sealed against later changes. */
export function TrailTable() {
  const { t } = useTranslation('access');
  const [search, setSearch] = useSearchParams();
  const filter = { act: search.get('act') ?? undefined, user: search.get('user') ?? undefined };
  const [limit, setLimit] = useState(STEP);
  const query = useTrail(filter, limit);
  const people = usePeople();
  const put = (name: 'act' | 'user', value: string | undefined) => {
    setLimit(STEP);
    setSearch(
      (now) => {
        if (value) now.set(name, value);
        else now.delete(name);
        return now;
      },
      { replace: true, preventScrollReset: true },
    );
  };
  return (
    <Panel
      title={t('trail.title')}
      text={t('trail.text')}
      extra={
        <div className={css.filters}>
          <Select<string>
            allowClear
            style={{ width: 150 }}
            placeholder={t('trail.everyAct')}
            aria-label={t('trail.everyAct')}
            value={filter.act}
            options={ACTS.map((act) => ({ value: act, label: t(`act.${act}`) }))}
            onChange={(act: string | undefined) => put('act', act)}
          />
          <Select<string>
            allowClear
            style={{ width: 150 }}
            placeholder={t('trail.everybody')}
            aria-label={t('trail.everybody')}
            value={filter.user}
            options={(people.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
            onChange={(user: string | undefined) => put('user', user)}
          />
        </div>
      }
      flush
    >
      <Await query={query}>
        {({ rows, broken }) => (
          <>
            {(broken ?? null) !== null && (
              <div className={css.complaint}>
                <Alert type="error" showIcon title={t('trail.broken', { position: broken })} />
              </div>
            )}
            <Rows rows={rows} isNarrowed={Boolean(filter.act ?? filter.user)} />
            {rows.length === limit && limit < MOST && (
              <div className={css.more}>
                <Button
                  loading={query.isFetching}
                  onClick={() => setLimit(Math.min(MOST, limit + STEP))}
                >
                  {t('trail.more')}
                </Button>
              </div>
            )}
          </>
        )}
      </Await>
    </Panel>
  );
}

function Rows({ rows, isNarrowed }: { rows: TrailEntry[]; isNarrowed: boolean }) {
  const { t } = useTranslation('access');
  const format = useFormat();
  const label = useLabel();
  const columns: Col<TrailEntry>[] = [
    { key: 'act', title: t('trail.act'), width: 120, render: (one) => t(`act.${one.act}`) },
    {
      key: 'what',
      title: t('trail.what'),
      width: 220,
      ellipsis: true,
      render: (one) => <What entry={one} />,
    },
    {
      key: 'detail',
      title: t('trail.detail'),
      card: 'wide',
      render: (one) => <Detail entry={one} />,
    },
    { key: 'user', title: t('trail.user'), width: 140, render: (one) => label(one.user) },
    {
      key: 'when',
      title: t('trail.when'),
      width: 180,
      render: (one) => format.moment(one.happenedAt),
    },
  ];
  return (
    <DataTable<TrailEntry>
      rows={rows}
      columns={columns}
      rowKey={(one) => one.position}
      minWidth={860}
      label={t('trail.title')}
      empty={<Empty title={t(isNarrowed ? 'trail.noneSuch' : 'trail.none')} />}
      bare
    />
  );
}
