import { Modal, Typography } from 'antd';
import type { LoginLink } from '#api';
import { useFormat, useTranslation } from '#shell';
import css from './access.module.css';

export interface Door {
  name: string;
  link: LoginLink;
}

/** The link that lets somebody in once: shown this one time, to be handed over by whatever way. */
export function LinkDialog({ door, onClose }: { door: Door | undefined; onClose: () => void }) {
  const { t } = useTranslation('access');
  const format = useFormat();
  return (
    <Modal
      title={door && t('link.title', { name: door.name })}
      open={door !== undefined}
      okText={t('link.done')}
      cancelButtonProps={{ style: { display: 'none' } }}
      onOk={onClose}
      onCancel={onClose}
    >
      {door && (
        <>
          <p>{t('link.text', { until: format.moment(door.link.validUntil) })}</p>
          <Typography.Paragraph className={css.link} copyable={{ tooltips: false }}>
            {`${window.location.origin}/login?token=${door.link.token}`}
          </Typography.Paragraph>
        </>
      )}
    </Modal>
  );
}
