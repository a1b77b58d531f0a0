import { App, Button, Checkbox, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import type { QuarantineRow } from '#api';
import { Complaint, useFormat, useTranslation } from '#shell';
import { useFieldNames } from '#source';
import { useDismiss, useDismissalCount } from '../api';
import css from '../quality.module.css';
import { wantedOf } from './wanted';

const PICKS = ['test', 'source', 'old'] as const;

/** Sets one row aside, or all that have the same trouble; their number is shown before. */
export function DismissDialog({ row, onClose }: { row: QuarantineRow; onClose: () => void }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const fieldName = useFieldNames();
  const { message } = App.useApp();
  const [alike, setAlike] = useState(false);
  const [later, setLater] = useState(false);
  const [note, setNote] = useState('');
  const dismiss = useDismiss();
  const all = useDismissalCount(wantedOf(row, true, false, ''));
  const rows = all.data?.rows;
  const where = fieldName(row.field);
  return (
    <Modal
      open
      title={t('dismiss.title')}
      okText={t('dismiss.save', { n: format.full(alike ? (rows ?? 0) : 1) })}
      cancelText={t('correct.cancel')}
      okButtonProps={{
        disabled: note.trim() === '' || (alike && rows === undefined),
        loading: dismiss.isPending,
      }}
      onCancel={onClose}
      onOk={() =>
        dismiss.mutate(wantedOf(row, alike, later, note.trim()), {
          onSuccess: () => {
            void message.success(t('dismiss.saved'));
            onClose();
          },
        })
      }
    >
      <div className={css.dismissal}>
        <p className={css.quiet}>{t('dismiss.text')}</p>
        <p className={css.quiet}>
          {where ? t('dismiss.about', { field: where, reason: row.message }) : row.message}
        </p>
        <Radio.Group
          vertical
          value={alike}
          onChange={(event) => setAlike(event.target.value === true)}
          options={[
            {
              value: false,
              label: t('dismiss.one', { line: format.full(row.line), file: row.file }),
            },
            {
              value: true,
              label:
                rows === undefined
                  ? t('dismiss.counting')
                  : t('dismiss.alike', { n: format.full(rows) }),
            },
          ]}
        />
        {alike && (
          <Checkbox checked={later} onChange={(event) => setLater(event.target.checked)}>
            {t('dismiss.later')}
          </Checkbox>
        )}
        <label className={css.field}>
          <span>{t('dismiss.why')}</span>
          <Input
            value={note}
            maxLength={200}
            placeholder={t('dismiss.whyHint')}
            onChange={(event) => setNote(event.target.value)}
          />
        </label>
        <div className={css.picks}>
          {PICKS.map((pick) => (
            <Button
              key={pick}
              size="small"
              type="dashed"
              onClick={() => setNote(t(`dismiss.pick.${pick}`))}
            >
              {t(`dismiss.pick.${pick}`)}
            </Button>
          ))}
        </div>
      </div>
      <Complaint error={all.error ?? dismiss.error} />
    </Modal>
  );
}
