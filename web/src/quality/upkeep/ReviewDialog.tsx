import { App, DatePicker, Input, Modal } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { Upkeep } from '#api';
import { Complaint, useTranslation } from '#shell';
import { useReviewed, type Of } from './api';
import { LastReview } from './Care';
import { useDays } from './useDays';
import css from './upkeep.module.css';

/** Says what a look has found, and when to look again. */
export function ReviewDialog({
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
  const days = useDays();
  const [note, setNote] = useState('');
  const [next, setNext] = useState<string | undefined>(days[0]?.value.format('YYYY-MM-DD'));
  const reviewed = useReviewed(of, id);
  return (
    <Modal
      open
      title={t('upkeep.reviewOf', { name })}
      okText={t('upkeep.reviewed')}
      cancelText={t('correct.cancel')}
      okButtonProps={{ loading: reviewed.isPending }}
      onCancel={onClose}
      onOk={() =>
        reviewed.mutate(
          { note: note.trim(), ...(next ? { next } : {}) },
          {
            onSuccess: () => {
              void message.success(t('upkeep.noted'));
              onClose();
            },
          },
        )
      }
    >
      <div className={css.form}>
        <p className={css.quiet}>{t(`upkeep.ask.${of}`)}</p>
        <label className={css.field}>
          <span>{t('upkeep.note')}</span>
          <Input.TextArea
            value={note}
            maxLength={500}
            autoSize={{ minRows: 2, maxRows: 6 }}
            placeholder={t('upkeep.noteHint')}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
        <label className={css.field}>
          <span>{t('upkeep.next')}</span>
          <DatePicker
            value={next ? dayjs(next) : null}
            presets={days}
            placeholder={t('upkeep.never')}
            onChange={(value) => setNext(value ? value.format('YYYY-MM-DD') : undefined)}
          />
        </label>
        <p className={css.quiet}>
          <LastReview care={care} />
        </p>
      </div>
      <Complaint error={reviewed.error} />
    </Modal>
  );
}
