import { Button, Input, InputNumber, type GetRef } from 'antd';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { isStatus, type CampaignSample, type SmsFrame } from '#api';
import {
  Complaint,
  Loading,
  Panel,
  useCurrency,
  useDelayed,
  useFormat,
  useTranslation,
} from '#shell';
import { usePreview } from '../api';
import css from '../campaign.module.css';
import { useFrame } from '../rules/api';
import { ChannelChoice } from './ChannelChoice';
import type { Writing } from './draft';

const FIELDS = ['name', 'level', 'points', 'days', 'product', 'city'] as const;
const LONGEST = 1000;

/** What they read, with personal fields, as real customers would read it. */
export function WhatStep({
  writing,
  onChange,
}: {
  writing: Writing;
  onChange: (part: Partial<Writing>) => void;
}) {
  const { t } = useTranslation('campaign');
  const currency = useCurrency();
  const box = useRef<GetRef<typeof Input.TextArea>>(null);
  const frame = useFrame();
  const insert = (token: string) => {
    const area = box.current?.resizableTextArea?.textArea;
    const from = area?.selectionStart ?? writing.message.length;
    const until = area?.selectionEnd ?? from;
    onChange({
      message: `${writing.message.slice(0, from)}{${token}}${writing.message.slice(until)}`,
    });
    const after = from + token.length + 2;
    requestAnimationFrame(() => {
      area?.focus();
      area?.setSelectionRange(after, after);
    });
  };
  return (
    <div className={css.split}>
      <Panel>
        <div className={css.form}>
          <ChannelChoice writing={writing} onChange={onChange} />
          <label htmlFor="campaign-message">{t('what.message')}</label>
          <Input.TextArea
            id="campaign-message"
            ref={box}
            value={writing.message}
            rows={7}
            maxLength={LONGEST}
            showCount
            placeholder={t('what.example')}
            onChange={(event) => onChange({ message: event.target.value })}
          />
          <div className={css.fields}>
            <span className={css.quiet}>{t('what.insert')}</span>
            {FIELDS.map((field) => (
              <Button key={field} size="small" onClick={() => insert(t(`token.${field}`))}>
                {t(`field.${field}`)}
              </Button>
            ))}
          </div>
          <p className={css.quiet}>{t('what.fieldsHint')}</p>
          {frame.data && <Around frame={frame.data} />}
          <label htmlFor="campaign-cost">{t('measure.cost')}</label>
          <InputNumber
            id="campaign-cost"
            min={0}
            step={0.01}
            style={{ width: 180 }}
            value={writing.costPerMessage ?? null}
            suffix={currency}
            placeholder={t('what.costUnsaid')}
            onChange={(value) => onChange({ costPerMessage: value ?? undefined })}
          />
          <p className={css.quiet}>{t('what.costHint')}</p>
        </div>
      </Panel>
      <Preview writing={writing} />
    </div>
  );
}

/** What is put around the words by itself, and where that is said. */
function Around({ frame }: { frame: SmsFrame }) {
  const { t } = useTranslation('campaign');
  const signature = frame.signature && t('what.signature', { signature: frame.signature });
  const optOut = frame.optOut && t('what.optOut', { optOut: frame.optOut });
  return (
    <p className={css.quiet}>
      {[signature, optOut].filter(Boolean).join(t('what.and')) || t('what.bare')}{' '}
      <Link to="/campaigns/rules">{t('what.rules')}</Link>
    </p>
  );
}

function Preview({ writing }: { writing: Writing }) {
  const { t } = useTranslation('campaign');
  const text = useDelayed(writing.message, 400);
  const query = usePreview(writing.segment, writing.channel, text);
  const [at, setAt] = useState(0);
  const samples = query.data ?? [];
  const one = samples[at % Math.max(1, samples.length)];
  return (
    <Panel
      title={t('preview.title')}
      text={t('preview.text')}
      extra={
        samples.length > 1 && (
          <Button size="small" onClick={() => setAt(at + 1)}>
            {t('preview.next')}
          </Button>
        )
      }
    >
      {text.trim() === '' ? (
        <p className={css.quiet}>{t('preview.empty')}</p>
      ) : query.error ? (
        <>
          <Complaint error={query.error} />
          {!isStatus(query.error, 400) && !isStatus(query.error, 422) && (
            <Button onClick={() => void query.refetch()}>{t('preview.again')}</Button>
          )}
        </>
      ) : one ? (
        <Letter one={one} place={`${(at % samples.length) + 1} / ${samples.length}`} />
      ) : query.data ? (
        <p className={css.quiet}>{t('preview.nobody')}</p>
      ) : (
        <Loading rows={3} />
      )}
    </Panel>
  );
}

/** One message as its reader holds it in the hand, and what it counts. */
function Letter({ one, place }: { one: CampaignSample; place: string }) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  return (
    <>
      <p className={css.pick} data-pick={one.pick}>
        <strong>{t(`preview.${one.pick}`)}</strong>
        <span>{place}</span>
      </p>
      <div className={css.phone}>
        <div className={css.to}>
          <strong>{one.name || t('people.nameless', { id: one.id })}</strong>
          <span>{one.address}</span>
        </div>
        <p className={css.bubble}>{one.text}</p>
      </div>
      {one.why && <p className={css.lacks}>{t('preview.not', { why: one.why })}</p>}
      <p className={css.counted}>
        {t('preview.length', { n: format.full(one.text.length), parts: one.parts })}
      </p>
    </>
  );
}
