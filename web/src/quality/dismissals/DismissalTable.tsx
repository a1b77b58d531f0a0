import type { Dismissal } from '#api';
import {
  Complaint,
  DataTable,
  Panel,
  useFormat,
  useLabel,
  useRight,
  useSession,
  useTranslation,
} from '#shell';
import { useFeedNames, useFieldNames, useSourceNames } from '#source';
import { useDismissals, useUndoDismissal } from '../api';
import { Undo } from '../Undo';

/** What was set aside, why and by whom. */
export function DismissalTable() {
  const { t } = useTranslation('quality');
  const label = useLabel();
  const format = useFormat();
  const sourceName = useSourceNames();
  const feedName = useFeedNames();
  const fieldName = useFieldNames();
  const mayDefine = useRight('DEFINE');
  const { data } = useDismissals(useSession().everybody);
  const undo = useUndoDismissal();
  if (!data || data.length === 0) return null;
  return (
    <Panel flush title={t('dismiss.made')} text={t('dismiss.madeText')}>
      <Complaint error={undo.error} />
      <DataTable<Dismissal>
        bare
        rows={data}
        rowKey={(one) => one.id}
        minWidth={980}
        columns={[
          { key: 'note', title: t('dismiss.why'), card: 'title', render: (one) => one.note },
          {
            key: 'what',
            title: t('why'),
            width: 300,
            render: (one) =>
              one.spot
                ? t('trial.place', { file: one.spot.file, line: format.full(one.spot.line) })
                : one.field
                  ? t('dismiss.about', { field: fieldName(one.field), reason: one.message })
                  : one.message,
          },
          {
            key: 'where',
            title: t('rules.rows'),
            width: 190,
            render: (one) => `${sourceName(one.source)} · ${feedName(one.source, one.feed)}`,
          },
          {
            key: 'rows',
            title: t('lines'),
            number: true,
            width: 90,
            render: (one) => format.full(one.rows),
          },
          {
            key: 'later',
            title: t('dismiss.reach'),
            width: 150,
            render: (one) => (one.later ? t('dismiss.laterToo') : t('dismiss.nowOnly')),
          },
          {
            key: 'owner',
            title: t('dismiss.by'),
            width: 190,
            render: (one) => `${label(one.owner)} · ${format.moment(one.changedAt)}`,
          },
          ...(mayDefine
            ? [
                {
                  key: 'undo',
                  title: '',
                  width: 90,
                  render: (one: Dismissal) => (
                    <Undo ask={t('dismiss.undoAsk')} onUndo={() => undo.mutate(one.id)} />
                  ),
                },
              ]
            : []),
        ]}
      />
    </Panel>
  );
}
