import { Input, Modal } from 'antd';
import { useState } from 'react';
import type { SegmentView } from '#api';
import { Complaint, useLabel, useTranslation } from '#shell';
import { useSaveSegment } from './api';
import css from './segment.module.css';

export function RenameDialog({
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
  const [name, setName] = useState(label(segment.label));
  const save = useSaveSegment(segment.id);
  const rename = () => {
    if (name.trim() !== '') save.mutate({ label: name.trim() }, { onSuccess: onClose });
  };
  return (
    <Modal
      title={t('rename.title')}
      open={open}
      okText={t('rename.yes')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: name.trim() === '', loading: save.isPending }}
      onOk={rename}
      onCancel={onClose}
      afterOpenChange={(shown) => {
        if (!shown) return;
        setName(label(segment.label));
        save.reset();
      }}
    >
      <Input
        value={name}
        maxLength={80}
        aria-label={t('builder.name')}
        onChange={(event) => setName(event.target.value)}
        onPressEnter={rename}
      />
      <div className={css.dialogFault}>
        <Complaint error={save.error} />
      </div>
    </Modal>
  );
}
