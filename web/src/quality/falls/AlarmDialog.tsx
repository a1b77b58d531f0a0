import { App, Button, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import type { FallAlarm } from '#api';
import { Complaint, useTranslation } from '#shell';
import { usePeople } from '../upkeep/api';
import form from '../upkeep/upkeep.module.css';
import { useFalls, useSetAlarm } from './api';

/** The button that sets from where on a fall is told, and to whom. */
export function AlarmButton({ className }: { className?: string | undefined }) {
  const { t } = useTranslation('quality');
  const { data } = useFalls();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button className={className} disabled={!data} onClick={() => setOpen(true)}>
        {t('falls.setting')}
      </Button>
      {open && data && <AlarmDialog alarm={data.alarm} onClose={() => setOpen(false)} />}
    </>
  );
}

function AlarmDialog({ alarm, onClose }: { alarm: FallAlarm; onClose: () => void }) {
  const { t } = useTranslation('quality');
  const { message } = App.useApp();
  const people = usePeople();
  const [points, setPoints] = useState<number | null>(alarm.points);
  const [least, setLeast] = useState<number | null>(alarm.least);
  const [told, setTold] = useState(alarm.told);
  const set = useSetAlarm();
  return (
    <Modal
      open
      title={t('falls.setting')}
      okText={t('upkeep.save')}
      cancelText={t('correct.cancel')}
      okButtonProps={{ loading: set.isPending, disabled: points === null || least === null }}
      onCancel={onClose}
      onOk={() =>
        set.mutate(
          { points: points ?? 0, least: least ?? 0, told },
          {
            onSuccess: () => {
              void message.success(t('falls.set'));
              onClose();
            },
          },
        )
      }
    >
      <div className={form.form}>
        <label className={form.field}>
          <span>{t('falls.points')}</span>
          <InputNumber min={1} max={100} precision={0} value={points} onChange={setPoints} />
        </label>
        <label className={form.field}>
          <span>{t('falls.least')}</span>
          <InputNumber min={20} max={1_000_000} precision={0} value={least} onChange={setLeast} />
        </label>
        <p className={form.quiet}>{t('falls.leastText')}</p>
        <label className={form.field}>
          <span>{t('falls.told')}</span>
          <Select
            mode="multiple"
            showSearch={{ optionFilterProp: 'label' }}
            value={told}
            placeholder={t('falls.toldNobody')}
            loading={people.isPending}
            options={(people.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
            onChange={setTold}
          />
        </label>
        <p className={form.quiet}>{t('falls.toldText')}</p>
      </div>
      <Complaint error={people.error ?? set.error} />
    </Modal>
  );
}
