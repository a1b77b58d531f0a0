import { Alert, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import type { Channel, Trial } from '#api';
import { Complaint, useFormat, useLabel, useTranslation } from '#shell';
import { useTrials, useTry } from './api';
import css from './channel.module.css';

/** 发一条给自己试试: the same door as any message, to a number that is typed here. */
export function TrialDialog({ channel, onClose }: { channel: Channel; onClose: () => void }) {
  const { t } = useTranslation('channel');
  const label = useLabel();
  const [phone, setPhone] = useState('');
  const [text, setText] = useState(t('try.example'));
  const send = useTry(channel.id);
  const trials = useTrials(channel.id);
  const sent = send.data;
  const last = trials.data?.find((one) => one.number === sent?.number) ?? sent;
  return (
    <Modal
      open
      title={t('try.title', { channel: label(channel.label) })}
      footer={<Button onClick={onClose}>{t('try.close')}</Button>}
      onCancel={onClose}
    >
      <div className={css.form}>
        <label htmlFor="trial-phone">{t('try.phone')}</label>
        <Input
          id="trial-phone"
          inputMode="tel"
          maxLength={20}
          value={phone}
          onChange={(event) => setPhone(event.target.value)}
        />
        <label htmlFor="trial-text">{t('try.text')}</label>
        <Input.TextArea
          id="trial-text"
          rows={3}
          maxLength={500}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <p className={css.quiet}>{t('try.hint')}</p>
        <Complaint error={send.error} />
        {last && !send.isPending && <Outcome trial={last} />}
        <div>
          <Button
            type="primary"
            loading={send.isPending}
            disabled={phone.trim() === '' || text.trim() === ''}
            onClick={() => send.mutate({ phone, text })}
          >
            {t('try.send')}
          </Button>
        </div>
        {trials.data && trials.data.length > 0 && <History trials={trials.data} />}
      </div>
    </Modal>
  );
}

const tone = (state: string) =>
  state === 'FAILED' ? 'error' : state === 'UNCERTAIN' ? 'warning' : 'success';

function Outcome({ trial }: { trial: Trial }) {
  const { t } = useTranslation('channel');
  return (
    <Alert
      type={tone(trial.state)}
      showIcon
      title={t(`trial.${trial.state}`)}
      description={trial.reason}
    />
  );
}

function History({ trials }: { trials: Trial[] }) {
  const { t } = useTranslation('channel');
  const format = useFormat();
  const label = useLabel();
  return (
    <>
      <h3 className={css.today}>{t('try.before')}</h3>
      <ul className={css.answers}>
        {trials.map((trial) => (
          <li key={trial.number} title={trial.text}>
            <span>
              {trial.address} · {t(`trialState.${trial.state}`)}
              {trial.reason && ` · ${trial.reason}`}
            </span>
            <span className={css.count}>{label(trial.by)}</span>
            <time>{format.moment(trial.enteredAt)}</time>
          </li>
        ))}
      </ul>
    </>
  );
}
