import { App, Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { Complaint, useDelayed, useFormat, useTranslation } from '#shell';
import { useCustomers, useDecide } from '../api';
import css from './likenesses.module.css';
import type { SourceRecord } from './panels';

const LONGEST = 200;

/** How many are offered to choose from. */
const FEW = 8;

/** Some of a customer's records are somebody else's: `chosen` of them, once they are chosen. */
export function SplitBar({
  customer,
  chosen,
  onEnd,
}: {
  customer: number;
  chosen: SourceRecord[];
  onEnd: () => void;
}) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const { message } = App.useApp();
  const [note, setNote] = useState('');
  const decide = useDecide();
  return (
    <div className={css.decide}>
      <p>{t('decide.choose')}</p>
      <Input
        value={note}
        maxLength={LONGEST}
        placeholder={t('decide.note')}
        aria-label={t('decide.note')}
        onChange={(event) => setNote(event.target.value)}
      />
      <Complaint error={decide.error} />
      <div>
        <Button
          type="primary"
          disabled={chosen.length === 0}
          loading={decide.isPending}
          onClick={() =>
            decide.mutate(
              {
                split: {
                  customer,
                  records: chosen.map(({ source, recordKey }) => ({ source, recordKey })),
                  note,
                },
              },
              {
                onSuccess: () => {
                  void message.success(t('decide.done'), 6);
                  onEnd();
                },
              },
            )
          }
        >
          {t('decide.split', { n: format.full(chosen.length) })}
        </Button>
        <Button onClick={onEnd}>{t('decide.cancel')}</Button>
      </div>
    </div>
  );
}

/** Another customer is this one too. */
export function MergeDialog({ customer, onClose }: { customer: number; onClose: () => void }) {
  const { t } = useTranslation('profile');
  const { message } = App.useApp();
  const [other, setOther] = useState<number | null>(null);
  const [typed, setTyped] = useState('');
  const text = useDelayed(typed, 300);
  const found = useCustomers({ text, offset: 0, limit: FEW }, text !== '');
  const [note, setNote] = useState('');
  const decide = useDecide();
  return (
    <Modal
      open
      title={t('decide.mergeTitle')}
      okText={t('decide.merge')}
      cancelText={t('decide.cancel')}
      okButtonProps={{ disabled: other === null, loading: decide.isPending }}
      onCancel={onClose}
      onOk={() =>
        other !== null &&
        decide.mutate(
          { merge: { customer, other, note } },
          {
            onSuccess: () => {
              void message.success(t('decide.done'), 6);
              onClose();
            },
          },
        )
      }
    >
      <div className={css.decide}>
        <p>{t('decide.mergeText')}</p>
        <Select<number>
          value={other}
          placeholder={t('decide.other')}
          aria-label={t('decide.other')}
          showSearch={{ filterOption: false, onSearch: setTyped }}
          loading={found.isFetching}
          notFoundContent={t(text === '' || found.isFetching ? 'decide.type' : 'decide.nobody')}
          options={
            text === ''
              ? []
              : (found.data?.rows ?? [])
                  .filter(({ id }) => id !== customer)
                  .map(({ id, name, phone, city }) => ({
                    value: id,
                    label: [name ?? t('nameless', { id }), id, phone, city]
                      .filter(Boolean)
                      .join(' · '),
                  }))
          }
          onChange={setOther}
        />
        <Input
          value={note}
          maxLength={LONGEST}
          placeholder={t('decide.note')}
          aria-label={t('decide.note')}
          onChange={(event) => setNote(event.target.value)}
        />
        <Complaint error={found.error ?? decide.error} />
      </div>
    </Modal>
  );
}
