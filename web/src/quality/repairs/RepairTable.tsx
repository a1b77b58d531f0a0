import { Tag } from 'antd';
import type { Repair } from '#api';
import { Complaint, DataTable, Panel, useFormat, useLabel, useRight, useTranslation } from '#shell';
import { useFeedNames, useSourceNames } from '#source';
import { useSeesCells } from '../api';
import { Undo } from '../Undo';
import { useRepairs, useUndoRepair } from './api';

/** What was repaired in bulk, by whom, and how many rows the source still gives with the old values. */
export function RepairTable() {
  const { t } = useTranslation('quality');
  const label = useLabel();
  const format = useFormat();
  const sourceName = useSourceNames();
  const feedName = useFeedNames();
  const mayDefine = useRight('DEFINE');
  const { data } = useRepairs(useSeesCells());
  const undo = useUndoRepair();
  if (!data || data.length === 0) return null;
  return (
    <Panel flush title={t('repair.made')} text={t('repair.madeText')}>
      <Complaint error={undo.error} />
      <DataTable<Repair>
        bare
        rows={data}
        rowKey={(one) => one.id}
        minWidth={980}
        columns={[
          {
            key: 'heading',
            title: t('correct.column'),
            card: 'title',
            width: 160,
            render: (one) => one.heading,
          },
          {
            key: 'changes',
            title: t('repair.changes'),
            card: 'wide',
            render: (one) =>
              t(one.values > one.changes.length ? 'repair.changesMore' : 'repair.changesAll', {
                changes: one.changes
                  .map((change) => `${change.was} → ${change.becomes || t('empty')}`)
                  .join(t('says.comma')),
                n: format.full(one.values),
              }),
          },
          { key: 'why', title: t('why'), width: 220, render: (one) => one.message },
          {
            key: 'where',
            title: t('rules.rows'),
            width: 180,
            render: (one) => `${sourceName(one.source)} · ${feedName(one.source, one.feed)}`,
          },
          {
            key: 'rows',
            title: t('correct.rows'),
            number: true,
            width: 120,
            render: (one) =>
              one.rows > 0 ? format.full(one.rows) : <Tag>{t('correct.mended')}</Tag>,
          },
          {
            key: 'owner',
            title: t('correct.by'),
            width: 180,
            render: (one) => `${label(one.owner)} · ${format.moment(one.changedAt)}`,
          },
          ...(mayDefine
            ? [
                {
                  key: 'undo',
                  title: '',
                  width: 90,
                  render: (one: Repair) => (
                    <Undo
                      ask={t('repair.undoAsk', { n: format.full(one.rows) })}
                      onUndo={() => undo.mutate(one.id)}
                    />
                  ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}
