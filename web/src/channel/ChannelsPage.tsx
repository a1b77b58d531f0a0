import { Button } from 'antd';
import { Link } from 'react-router';
import { Await, ListPage, useRight, useTranslation } from '#shell';
import { useChannels } from './api';
import { ChannelPanel } from './ChannelPanel';

/** 渠道: what messages can leave by, and how it does today. */
export function ChannelsPage() {
  const { t } = useTranslation('channel');
  const may = useRight('ADMIN');
  const query = useChannels(true);
  return (
    <ListPage
      title={t('title')}
      lead={t('lead')}
      up={{ to: '/campaigns', label: t('campaigns') }}
      actions={
        may && (
          <Link to="/channels/new">
            <Button type="primary">{t('connect')}</Button>
          </Link>
        )
      }
    >
      <Await query={query}>
        {(channels) =>
          channels.map((channel) => <ChannelPanel key={channel.id} channel={channel} />)
        }
      </Await>
    </ListPage>
  );
}
