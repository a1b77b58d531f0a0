import { Alert, Button } from 'antd';
import { useState } from 'react';
import type { TrailEntry } from '#api';
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
import { useTrail } from './api';
import { Detail, What } from './TrailWords';

const STEP = 100;
const MOST = 500;

/** 操作记录: who did what, the latest first, sealed against later changes. */
export function TrailTable() {
  const { t } = useTranslation('access');
  const [limit, setLimit] = useState(STEP);
  const query = useTrail(limit);
  return (
    <Panel title={t('trail.title')} text={t('trail.text')} flush>
      <Await query={query}>
        {({ rows, broken }) => (
          <>
            {(broken ?? null) !== null && (
              <div className={css.complaint}>
                <Alert type="error" showIcon title={t('trail.broken', { position: broken })} />
              </div>
            )}
            <Rows rows={rows} />
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

function Rows({ rows }: { rows: TrailEntry[] }) {
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
      empty={<Empty title={t('trail.none')} />}
      bare
    />
  );
}
