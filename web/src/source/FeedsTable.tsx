import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SourceFeed, SourceView } from '#api';
import { DataTable, useFormat, useNow, useRightOverAll } from '#shell';
import { Ledger } from './Ledger';
import css from './sources.module.css';

/** What comes from a system: of each kind the newest file, and where all its rows went. */
export function FeedsTable({ source }: { source: SourceView }) {
  const { t } = useTranslation('source');
  const format = useFormat();
  const now = useNow(true, 60_000);
  const mayRemap = useRightOverAll('DEFINE');
  return (
    <DataTable<SourceFeed>
      bare
      rows={source.feeds}
      rowKey={(feed) => feed.feed}
      minWidth={900}
      columns={[
        {
          key: 'grain',
          title: t('column.what'),
          width: 190,
          card: 'title',
          render: (feed) => (
            <span title={feed.feed}>
              {t(`grain.${feed.grain}Rows`)}
              {/* Two kinds of file of one meaning are told apart by their short names. */}
              {source.feeds.filter((other) => other.grain === feed.grain).length > 1 && (
                <small className={css.short}>{feed.feed}</small>
              )}
            </span>
          ),
        },
        {
          key: 'file',
          title: t('column.file'),
          ellipsis: true,
          card: 'wide',
          render: (feed) => feed.lastFile ?? '—',
        },
        {
          key: 'landed',
          title: t('column.landedAt'),
          width: 140,
          render: (feed) => (
            <span title={format.moment(feed.lastLandedAt)}>
              {format.ago(feed.lastLandedAt, now)}
            </span>
          ),
        },
        {
          key: 'rows',
          title: t('ledger.landed'),
          width: 110,
          number: true,
          render: (feed) => format.full(feed.counts.landed),
        },
        {
          key: 'clean',
          title: t('ledger.clean'),
          width: 110,
          number: true,
          render: (feed) => format.full(feed.counts.clean),
        },
        {
          key: 'quarantined',
          title: t('ledger.quarantined'),
          width: 100,
          number: true,
          render: (feed) =>
            feed.counts.quarantined > 0 ? (
              <Link to={`/quality?source=${source.source}&feed=${feed.feed}`}>
                {format.full(feed.counts.quarantined)}
              </Link>
            ) : (
              '0'
            ),
        },
        {
          key: 'ledger',
          title: t('column.ledger'),
          width: 180,
          card: 'wide',
          render: (feed) => <Ledger counts={feed.counts} slim />,
        },
        ...(mayRemap
          ? [
              {
                key: 'mapping',
                title: t('column.mapping'),
                width: 90,
                render: (feed: SourceFeed) => (
                  <Link to={`/sources/${source.source}/${feed.feed}`}>{t('remap.open')}</Link>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}
