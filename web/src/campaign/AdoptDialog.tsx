import { InputNumber, Modal, Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Goal, PastCampaign } from '#api';
import { Complaint, useTranslation } from '#shell';
import { useAdopt } from './api';
import css from './campaign.module.css';

/** Takes a campaign of another system over, to measure what it changed. */
export function AdoptDialog({ past, onClose }: { past: PastCampaign; onClose: () => void }) {
  const { t } = useTranslation('campaign');
  const navigate = useNavigate();
  const [days, setDays] = useState(30);
  const [margin, setMargin] = useState(30);
  const [goal, setGoal] = useState<Goal>('CONVERSION');
  const [other, setOther] = useState(0);
  const adopt = useAdopt();
  const measure = () =>
    adopt.mutate(
      {
        label: past.name,
        imported: past.name,
        windowDays: days,
        marginPercent: margin,
        metric: goal,
        otherCost: other,
      },
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
        <span>{t('goal.metric')}</span>
        <Segmented<Goal>
          value={goal}
          aria-label={t('goal.metric')}
          options={(['CONVERSION', 'REVENUE'] as const).map((one) => ({
            value: one,
            label: <span className={css.option}>{t(`goal.${one}`)}</span>,
          }))}
          onChange={setGoal}
        />
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
        <label htmlFor="past-other">{t('measure.otherCost')}</label>
        <InputNumber
          id="past-other"
          min={0}
          precision={2}
          value={other}
          onChange={(value) => setOther(value ?? 0)}
        />
        <p className={css.quiet}>{t('measure.otherCostHint')}</p>
        <Complaint error={adopt.error} />
      </div>
    </Modal>
  );
}
