import { useTranslation } from 'react-i18next';
import type { LineKind } from '#api';
import { Await, DataTable, Figure, Panel, useFormat, useLabel } from '#shell';
import { useSourceNames } from '#source';
import { useLineKinds } from './api';
import css from './quality.module.css';

/** What the order lines are, and which of them make up the revenue. */
export function KindTable() {
  const { t } = useTranslation('quality');
  const label = useLabel();
  const format = useFormat();
  const sourceName = useSourceNames();
  const query = useLineKinds();
  if (query.data?.length === 0) return null;
  return (
    <Panel flush title={t('kinds')} text={t('kindsText')}>
      <Await query={query}>
        {(kinds) => (
          <DataTable<LineKind>
            bare
            rows={kinds}
            rowKey={(kind) => `${kind.source}/${kind.kind}`}
            columns={[
              {
                key: 'kind',
                title: t('kind'),
                card: 'title',
                render: (kind) => label(kind.label),
              },
              { key: 'source', title: t('source'), render: (kind) => sourceName(kind.source) },
              {
                key: 'lines',
                title: t('lines'),
                number: true,
                render: (kind) => format.full(kind.lines),
              },
              {
                key: 'amount',
                title: t('amount'),
                number: true,
                render: (kind) => <Figure value={kind.amount} as="money" />,
              },
              {
                key: 'counts',
                title: t('inRevenue'),
                render: (kind) => (
                  <span className={kind.inRevenue ? css.counted : css.uncounted}>
                    {t(kind.inRevenue ? 'counted' : 'uncounted')}
                  </span>
                ),
              },
            ]}
          />
        )}
      </Await>
    </Panel>
  );
}
