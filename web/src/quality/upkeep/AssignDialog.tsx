import { App, DatePicker, Modal, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { Upkeep } from '#api';
import { Complaint, useTranslation } from '#shell';
import { useAssign, usePeople, type Of } from './api';
import { LastReview } from './Care';
import { useDays } from './useDays';
import css from './upkeep.module.css';

/** Says who looks after a source or a rule, and when it is to be looked at again. */
export function AssignDialog({
  of,
  id,
  name,
  care,
  onClose,
}: {
  of: Of;
  id: string;
  name: string;
  care: Upkeep | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation('quality');
  const { message } = App.useApp();
  const people = usePeople();
  const days = useDays();
  const [owner, setOwner] = useState(care?.owner);
  const [day, setDay] = useState(care?.reviewOn);
  const assign = useAssign(of, id);
  return (
    <Modal
      open
      title={t('upkeep.assignOf', { name })}
      okText={t('upkeep.save')}
      cancelText={t('correct.cancel')}
      okButtonProps={{ loading: assign.isPending }}
      onCancel={onClose}
      onOk={() =>
        assign.mutate(
          { ...(owner ? { owner } : {}), ...(day ? { reviewOn: day } : {}) },
          {
            onSuccess: () => {
              void message.success(t('upkeep.saved'));
              onClose();
            },
          },
        )
      }
    >
      <div className={css.form}>
        <label className={css.field}>
          <span>{t('rules.owner')}</span>
          <Select
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={owner}
            placeholder={t('upkeep.nobody')}
            loading={people.isPending}
            options={(people.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
            onChange={(value: string | undefined) => setOwner(value)}
          />
        </label>
        <label className={css.field}>
          <span>{t('upkeep.reviewOn')}</span>
          <DatePicker
            value={day ? dayjs(day) : null}
            presets={days}
            placeholder={t('upkeep.never')}
            onChange={(value) => setDay(value ? value.format('YYYY-MM-DD') : undefined)}
          />
        </label>
        <p className={css.quiet}>{t('upkeep.assignText')}</p>
        <p className={css.quiet}>
          <LastReview care={care} />
        </p>
      </div>
      <Complaint error={people.error ?? assign.error} />
    </Modal>
  );
}
