import { App, Input, Modal, Upload, Button } from 'antd';
import { useState } from 'react';
import { Complaint, useFormat, useTranslation } from '#shell';
import css from '../campaign.module.css';
import { useAddOptOuts } from './api';

/** The first cell of each line: what a list of numbers from elsewhere begins with. */
export const numbersOf = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => (line.split(/[,;\t，；]/)[0] ?? '').replaceAll('"', '').trim())
    .filter((number) => number !== '');

/** Numbers typed, pasted or read from a file, with one reason for all of them. */
export function AddDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('campaign');
  const { message } = App.useApp();
  const format = useFormat();
  const [text, setText] = useState('');
  const [reason, setReason] = useState('');
  const add = useAddOptOuts();
  const numbers = numbersOf(text);
  const bad = add.data?.bad ?? [];
  const enter = () =>
    add.mutate(
      { addresses: numbers, reason },
      {
        onSuccess: (done) => {
          void message.success(
            t('rules.added', { added: format.full(done.added), known: format.full(done.known) }),
          );
          if (done.bad.length === 0) onClose();
        },
      },
    );
  return (
    <Modal
      open
      title={t('rules.addTitle')}
      okText={t('rules.addOk')}
      cancelText={t('rules.cancel')}
      confirmLoading={add.isPending}
      okButtonProps={{ disabled: numbers.length === 0 || reason.trim() === '' }}
      onOk={enter}
      onCancel={onClose}
    >
      <div className={css.form}>
        <label htmlFor="opt-out-numbers">{t('rules.numbers')}</label>
        <Input.TextArea
          id="opt-out-numbers"
          rows={6}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            add.reset();
          }}
        />
        <Upload
          accept=".csv,.txt"
          showUploadList={false}
          beforeUpload={(file) => {
            void file.text().then(setText);
            return false;
          }}
        >
          <Button size="small">{t('rules.file')}</Button>
        </Upload>
        <label htmlFor="opt-out-reason">{t('rules.addReason')}</label>
        <Input
          id="opt-out-reason"
          maxLength={200}
          value={reason}
          placeholder={t('rules.reasonExample')}
          onChange={(event) => setReason(event.target.value)}
        />
        {bad.length > 0 && (
          <p className={css.note}>
            {t('rules.bad', { n: format.full(bad.length), examples: bad.slice(0, 3).join('、') })}
          </p>
        )}
        <Complaint error={add.error} />
      </div>
    </Modal>
  );
}
