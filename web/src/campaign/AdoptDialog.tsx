import { InputNumber, Modal } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { PastCampaign } from '#api';
import { Complaint, useTranslation } from '#shell';
import { useAdopt } from './api';
import css from './campaign.module.css';

/** Takes a campaign of another system over, to measure what it changed. */
export function AdoptDialog({ past, onClose }: { past: PastCampaign; onClose: () => void }) {
  const { t } = useTranslation('campaign');
  const navigate = useNavigate();
  const [days, setDays] = useState(30);
  const [margin, setMargin] = useState(30);
  const adopt = useAdopt();
  const measure = () =>
    adopt.mutate(
      { label: past.name, imported: past.name, windowDays: days, marginPercent: margin },
      { onSuccess: (made) => void navigate(`/campaigns/${encodeURIComponent(made.id)}`) },
    );
  return (
    <Modal
      open
      title={t('past.ask', { name: past.name })}
      okText={t('past.measure')}
      cancelText={t('cancel')}
      confirmLoading={adopt.isPending}
      onOk={measure}
      onCancel={onClose}
    >
      <div className={css.form}>
        {past.control === 0 && <p className={css.note}>{t('past.alone')}</p>}
        <label htmlFor="past-days">{t('measure.days')}</label>
        <InputNumber
          id="past-days"
          min={1}
          max={365}
          precision={0}
          value={days}
          suffix={t('measure.daysUnit')}
          onChange={(value) => setDays(value ?? 30)}
        />
        <p className={css.quiet}>{t('measure.daysHint')}</p>
        <label htmlFor="past-margin">{t('measure.margin')}</label>
        <InputNumber
          id="past-margin"
          min={0}
          max={100}
          value={margin}
          suffix="%"
          onChange={(value) => setMargin(value ?? 0)}
        />
        <p className={css.quiet}>{t('measure.marginHint')}</p>
        <Complaint error={adopt.error} />
      </div>
    </Modal>
  );
}
