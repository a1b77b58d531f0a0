import { Button, Flex, Popconfirm, Typography } from 'antd';
import { Complaint, Panel, useTranslation } from '#shell';
import { useReceiptAddress } from './api';
import css from './channel.module.css';

/** Where the provider sends receipts and replies: shown when asked for, since who knows it may tell us things. */
export function ReceiptAddress({ id }: { id: string }) {
  const { t } = useTranslation('channel');
  const ask = useReceiptAddress(id);
  const address = ask.data && `${window.location.origin}${ask.data.path}`;
  return (
    <Panel title={t('callback.title')} text={t('callback.text')}>
      {address && (
        <Typography.Paragraph className={css.address ?? ''} code copyable={{ text: address }}>
          {address}
        </Typography.Paragraph>
      )}
      <Complaint error={ask.error} />
      <Flex gap={8} wrap>
        {!address && (
          <Button loading={ask.isPending} onClick={() => ask.mutate(false)}>
            {t('callback.show')}
          </Button>
        )}
        <Popconfirm
          title={t('callback.ask')}
          description={t('callback.askText')}
          okText={t('callback.renew')}
          cancelText={t('end.cancel')}
          onConfirm={() => ask.mutate(true)}
        >
          <Button>{t('callback.renew')}</Button>
        </Popconfirm>
      </Flex>
      <p className={css.quiet}>{t('callback.hint')}</p>
    </Panel>
  );
}
