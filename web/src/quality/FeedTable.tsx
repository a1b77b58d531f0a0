import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Counts, QualityCounts } from '#api';
import { DataTable, Panel, useFormat, type Col } from '#shell';
import { Ledger, useSourceNames } from '#source';
import css from './quality.module.css';

const PARTS = ['landed', 'clean', 'merged', 'superseded', 'quarantined'] as const;

/** The account of each feed, one a row, in the order in which it adds up. */
export function FeedTable({ feeds }: { feeds: QualityCounts[] }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const sourceName = useSourceNames();
  const amount = (part: keyof Counts): Col<QualityCounts> => ({
    key: part,
    title: t(`part.${part}`),
    number: true,
    width: 104,
    render: (feed) =>
      part === 'quarantined' && feed.counts.quarantined > 0 ? (
        <>
          <Link to={`?source=${feed.source}&feed=${feed.feed}#quarantine`}>
            {format.full(feed.counts.quarantined)}
          </Link>
          {feed.dismissed > 0 && (
            <div className={css.aside}>
              {t('dismiss.among', { n: format.full(feed.dismissed) })}
            </div>
          )}
        </>
      ) : (
        format.full(feed.counts[part])
      ),
  });
  return (
    <Panel flush title={t('feeds')}>
      <DataTable<QualityCounts>
        bare
        rows={feeds}
        rowKey={(feed) => `${feed.source}/${feed.feed}`}
        minWidth={980}
        columns={[
          {
            key: 'feed',
            title: t('feed'),
            width: 270,
            render: (feed) => `${sourceName(feed.source)} · ${t(`grain.${feed.grain}`)}`,
          },
          ...PARTS.map(amount),
          {
            key: 'share',
            title: t('usable'),
            number: true,
            width: 90,
            // Of the rows that still count: what was superseded has had its day.
            render: ({ counts }) => {
              const standing = counts.landed - counts.superseded - counts.merged;
              if (standing === 0) return '—';
              // One bad row in a million is still not all of them.
              const share = counts.clean / standing;
              return share < 1 && share >= 0.9995
                ? `> ${format.percent(0.999)}`
                : format.percent(share);
            },
          },
          {
            key: 'ledger',
            title: t('where'),
            card: 'wide',
            render: (feed) => <Ledger counts={feed.counts} slim />,
          },
        ]}
      />
    </Panel>
  );
}
