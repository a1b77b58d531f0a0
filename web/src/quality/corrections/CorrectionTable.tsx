import { Tag } from 'antd';
import type { Correction } from '#api';
import { Complaint, DataTable, Panel, useFormat, useLabel, useRight, useTranslation } from '#shell';
import { useFeedNames, useSourceNames } from '#source';
import { useCorrections, useSeesCells, useUndoCorrection } from '../api';
import { Undo } from '../Undo';

/** What was corrected, by whom, and whether the source still says the old value. */
export function CorrectionTable() {
  const { t } = useTranslation('quality');
  const label = useLabel();
  const format = useFormat();
  const sourceName = useSourceNames();
  const feedName = useFeedNames();
  const mayDefine = useRight('DEFINE');
  const { data } = useCorrections(useSeesCells());
  const undo = useUndoCorrection();
  if (!data || data.length === 0) return null;
  return (
    <Panel flush title={t('correct.made')} text={t('correct.madeText')}>
      <Complaint error={undo.error} />
      <DataTable<Correction>
        bare
        rows={data}
        rowKey={(one) => one.id}
        minWidth={980}
        columns={[
          {
            key: 'heading',
            title: t('correct.column'),
            card: 'title',
            render: (one) => one.heading,
          },
          { key: 'was', title: t('value'), render: (one) => one.was || t('empty') },
          {
            key: 'becomes',
            title: t('correct.becomes'),
            render: (one) => one.becomes || t('empty'),
          },
          {
            key: 'where',
            title: t('rules.rows'),
            width: 240,
            render: (one) =>
              one.spot
                ? t('trial.place', { file: one.spot.file, line: format.full(one.spot.line) })
                : one.key !== undefined
                  ? t('correct.ofRecord', {
                      feed: `${sourceName(one.source)} · ${feedName(one.source, one.feed)}`,
                      key: one.key,
                    })
                  : t('correct.all', {
                      feed: `${sourceName(one.source)} · ${feedName(one.source, one.feed)}`,
                    }),
          },
          {
            key: 'rows',
            title: t('correct.rows'),
            number: true,
            width: 130,
            render: (one) =>
              one.rows > 0 ? format.full(one.rows) : <Tag>{t('correct.mended')}</Tag>,
          },
          {
            key: 'owner',
            title: t('correct.by'),
            width: 190,
            render: (one) => `${label(one.owner)} · ${format.moment(one.changedAt)}`,
          },
          ...(mayDefine
            ? [
                {
                  key: 'undo',
                  title: '',
                  width: 90,
                  render: (one: Correction) => (
                    <Undo ask={t('correct.undoAsk')} onUndo={() => undo.mutate(one.id)} />
                  ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}
