import { Input, Modal } from 'antd';
import { useState } from 'react';
import type { OptOut } from '#api';
import { Complaint, useTranslation } from '#shell';
import css from '../campaign.module.css';
import { useLiftOptOut } from './api';

/** Writing to a number again needs a reason, which is kept. */
export function LiftDialog({ optOut, onClose }: { optOut: OptOut; onClose: () => void }) {
  const { t } = useTranslation('campaign');
  const [reason, setReason] = useState('');
  const lift = useLiftOptOut();
  return (
    <Modal
      open
      title={t('rules.liftTitle', { address: optOut.address })}
      okText={t('rules.liftOk')}
      cancelText={t('rules.cancel')}
      confirmLoading={lift.isPending}
      okButtonProps={{ disabled: reason.trim() === '' }}
      onOk={() => lift.mutate({ number: optOut.number, reason }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <div className={css.form}>
        <p className={css.quiet}>{t('rules.liftText')}</p>
        <label htmlFor="opt-out-lift">{t('rules.addReason')}</label>
        <Input
          id="opt-out-lift"
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <Complaint error={lift.error} />
      </div>
    </Modal>
  );
}
