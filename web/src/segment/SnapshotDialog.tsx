import { App, Input, Modal } from 'antd';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import { faultsAt, type SegmentView } from '#api';
import { Complaint, useFormat, useLabel, useSession, useTranslation } from '#shell';
import { useSnapshot } from './api';
import css from './segment.module.css';

/** Today's members, kept as a list that stays as it is. */
export function SnapshotDialog({
  segment,
  open,
  onClose,
}: {
  segment: SegmentView;
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation('segment');
  const label = useLabel();
  const format = useFormat();
  const { company } = useSession();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const id = useId();
  const snapshot = useSnapshot(segment.id);
  const usual = t('snapshot.usual', { label: label(segment.label), day: format.day(company.asOf) });
  const [name, setName] = useState(usual);
  const [fault] = faultsAt(snapshot.error, 'label');
  return (
    <Modal
      title={t('snapshot.title')}
      open={open}
      okText={t('snapshot.yes')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: name.trim() === '', loading: snapshot.isPending }}
      onCancel={onClose}
      onOk={() =>
        snapshot.mutate(name.trim(), {
          onSuccess: (kept) => {
            onClose();
            void message.success(t('snapshot.done'));
            void navigate(`/segments/${encodeURIComponent(kept.id)}`);
          },
        })
      }
      afterOpenChange={(shown) => {
        if (!shown) return;
        snapshot.reset();
        setName(usual.slice(0, 60));
      }}
    >
      <div className={css.form}>
        <p className={css.quiet}>{t('snapshot.text', { n: format.full(segment.size) })}</p>
        <label htmlFor={id}>{t('snapshot.name')}</label>
        <Input
          id={id}
          value={name}
          maxLength={60}
          status={fault ? 'error' : undefined}
          onChange={(event) => setName(event.target.value)}
        />
        <Complaint error={snapshot.error} />
      </div>
    </Modal>
  );
}
