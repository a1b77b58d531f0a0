import { Button, Dropdown, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { QualityCounts } from '#api';
import { Complaint, useFormat } from '#shell';
import { useSourceNames } from '#source';
import { useBadRows } from './api';

/**
 * The rows set aside, to be mended in a spreadsheet and imported again: a file for each kind of
 * data, because their columns differ.
 */
export function DownloadRows({ feeds }: { feeds: QualityCounts[] }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const sourceName = useSourceNames();
  const download = useBadRows();
  const bad = feeds.filter((feed) => feed.counts.quarantined > 0);
  const [only] = bad.length === 1 ? bad : [];
  const button = (
    <Button
      loading={download.isPending}
      onClick={only ? () => download.mutate(only) : undefined}
      aria-haspopup={only ? undefined : 'menu'}
    >
      {t('download')}
    </Button>
  );
  return (
    <>
      {only ? (
        <Tooltip title={t('downloadText')}>{button}</Tooltip>
      ) : (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              {
                key: 'which',
                type: 'group',
                label: t('downloadWhich'),
                children: bad.map((feed) => ({
                  key: `${feed.source}/${feed.feed}`,
                  label: t('downloadFeed', {
                    feed: `${sourceName(feed.source)} · ${t(`grain.${feed.grain}`)}`,
                    n: format.full(feed.counts.quarantined),
                  }),
                  onClick: () => download.mutate(feed),
                })),
              },
            ],
          }}
        >
          {button}
        </Dropdown>
      )}
      {download.error && <Complaint error={download.error} />}
    </>
  );
}
