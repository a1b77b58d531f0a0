import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import type { OptOut } from '#api';
import {
  Await,
  DataTable,
  Empty,
  Panel,
  useDelayed,
  useFormat,
  useRightOverAll,
  useTranslation,
  type Col,
} from '#shell';
import { PAGE } from '../api';
import css from '../campaign.module.css';
import { AddDialog } from './AddDialog';
import { useOptOuts } from './api';
import { LiftDialog } from './LiftDialog';

/** 退订名单: which numbers get nothing, since when, and how we know. */
export function OptOutsPanel() {
  const { t } = useTranslation('campaign');
  const may = useRightOverAll('SEND');
  const [adding, setAdding] = useState(false);
  return (
    <Panel
      flush
      title={t('rules.optOuts')}
      text={t('rules.optOutsText')}
      extra={may && <Button onClick={() => setAdding(true)}>{t('rules.add')}</Button>}
    >
      {may ? <List /> : <Empty title={t('rules.notYours')} text={t('rules.notYoursText')} />}
      {adding && <AddDialog onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function List() {
  const { t } = useTranslation('campaign');
  const [search, setSearch] = useSearchParams();
  const [{ offset, limit }, turn] = useState({ offset: 0, limit: PAGE });
  const [lifting, setLifting] = useState<OptOut | null>(null);
  const part = search.get('part') ?? '';
  const lifted = search.get('lifted') === 'yes';
  const query = useOptOuts({ part: useDelayed(part, 300), lifted, offset, limit });
  const filter = (key: string, value: string) => {
    setSearch(
      (now) => {
        if (value) now.set(key, value);
        else now.delete(key);
        return now;
      },
      { replace: true },
    );
    turn({ offset: 0, limit });
  };
  const columns = useColumns(lifted, setLifting);
  return (
    <>
      <div className={css.filter}>
        <Segmented
          value={lifted ? 'yes' : ''}
          aria-label={t('column.state')}
          onChange={(value) => filter('lifted', value)}
          options={[
            { value: '', label: t('rules.inForce') },
            { value: 'yes', label: t('rules.lifted') },
          ]}
        />
        <Input
          allowClear
          className={css.find}
          value={part}
          aria-label={t('rules.search')}
          placeholder={t('rules.search')}
          onChange={(event) => filter('part', event.target.value.trim())}
        />
      </div>
      <Await query={query}>
        {(page) => (
          <DataTable<OptOut>
            bare
            rows={page.rows}
            loading={query.isPlaceholderData}
            rowKey={(one) => one.number}
            label={t('rules.optOuts')}
            minWidth={720}
            empty={
              <Empty
                title={t(part ? 'rules.noneFound' : lifted ? 'rules.noneLifted' : 'rules.none')}
              />
            }
            page={{
              offset,
              limit,
              total: page.total,
              onChange: (to, size) => turn({ offset: size === limit ? to : 0, limit: size }),
            }}
            columns={columns}
          />
        )}
      </Await>
      {lifting && <LiftDialog optOut={lifting} onClose={() => setLifting(null)} />}
    </>
  );
}

function useColumns(lifted: boolean, lift: (one: OptOut) => void): Col<OptOut>[] {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  return [
    { key: 'address', title: t('rules.address'), width: 150, render: (one) => one.address },
    { key: 'way', title: t('rules.way'), width: 110, render: (one) => t(`rules.${one.way}`) },
    {
      key: 'reason',
      title: t('rules.reason'),
      ellipsis: true,
      card: 'wide',
      render: (one) => (one.reason.startsWith('campaign/') ? '—' : one.reason || '—'),
    },
    {
      key: 'since',
      title: t('rules.since'),
      width: 150,
      card: 'wide',
      render: (one) => format.moment(one.since),
    },
    ...(lifted
      ? [
          {
            key: 'liftedAt',
            title: t('rules.liftedAt'),
            width: 150,
            card: 'wide' as const,
            render: (one: OptOut) => format.moment(one.liftedAt),
          },
          {
            key: 'liftedReason',
            title: t('rules.liftedReason'),
            ellipsis: true,
            card: 'wide' as const,
            render: (one: OptOut) => one.liftedReason ?? '—',
          },
        ]
      : [
          {
            key: 'lift',
            title: '',
            width: 90,
            render: (one: OptOut) => (
              <Button size="small" onClick={() => lift(one)}>
                {t('rules.lift')}
              </Button>
            ),
          },
        ]),
  ];
}
