import { Button, Input } from 'antd';
import { useState } from 'react';
import type { SendingHours, SendingSpan } from '#api';
import { Await, Complaint, Loading, Panel, useFormat, useRight, useTranslation } from '#shell';
import css from '../campaign.module.css';
import { useHours, useSaveHours } from './api';

/** The rule that has always held has no day on which it began. */
const ALWAYS = '1970-01-01';

/** 08:00:00 as an input of hours and minutes holds it. */
const clock = (time: string) => time.slice(0, 5);

/** 发送时段: between which hours messages may leave, each rule from its day on. */
export function Hours() {
  const { t } = useTranslation('campaign');
  const query = useHours();
  return (
    <Panel title={t('rules.hours')} text={t('rules.hoursText')}>
      <Await query={query} loading={<Loading rows={2} />}>
        {(hours) => (
          // What the server kept is what is edited next.
          <HoursForm key={JSON.stringify(hours.spans)} hours={hours} />
        )}
      </Await>
    </Panel>
  );
}

function HoursForm({ hours }: { hours: SendingHours }) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const may = useRight('ADMIN');
  const save = useSaveHours();
  const [spans, setSpans] = useState<SendingSpan[]>(hours.spans);
  const dirty = JSON.stringify(spans) !== JSON.stringify(hours.spans);
  const change = (at: number, part: Partial<SendingSpan>) =>
    setSpans(spans.map((span, i) => (i === at ? { ...span, ...part } : span)));
  const add = () => {
    const last = spans.at(-1);
    const since = new Date().toISOString().slice(0, 10);
    setSpans([...spans, { since, from: last?.from ?? '08:00', until: last?.until ?? '21:00' }]);
  };
  return (
    <>
      <ul className={css.spans}>
        {spans.map((span, at) => (
          <li key={at} className={css.span}>
            {span.since === ALWAYS ? (
              <span>{t('rules.always')}</span>
            ) : may ? (
              <>
                <Input
                  type="date"
                  aria-label={t('rules.sinceDay')}
                  value={span.since}
                  onChange={(event) => change(at, { since: event.target.value })}
                />
                <span>{t('rules.onwards')}</span>
              </>
            ) : (
              <span>{t('rules.sinceOn', { day: format.day(span.since) })}</span>
            )}
            {may ? (
              <>
                <Input
                  type="time"
                  aria-label={t('rules.from')}
                  value={clock(span.from)}
                  onChange={(event) => change(at, { from: event.target.value })}
                />
                <span>–</span>
                <Input
                  type="time"
                  aria-label={t('rules.until')}
                  value={clock(span.until)}
                  onChange={(event) => change(at, { until: event.target.value })}
                />
                {spans.length > 1 && (
                  <Button
                    type="text"
                    size="small"
                    onClick={() => setSpans(spans.filter((_, i) => i !== at))}
                  >
                    {t('rules.remove')}
                  </Button>
                )}
              </>
            ) : (
              <strong>
                {clock(span.from)} – {clock(span.until)}
              </strong>
            )}
          </li>
        ))}
      </ul>
      <p className={css.now}>
        {hours.closedUntil
          ? t('rules.closed', { at: format.moment(hours.closedUntil) })
          : t('rules.openNow')}
      </p>
      <Complaint error={save.error} />
      {may ? (
        <div className={css.actions}>
          <Button
            type="primary"
            disabled={!dirty || spans.some((s) => !s.since || !s.from || !s.until)}
            loading={save.isPending}
            onClick={() => save.mutate(spans)}
          >
            {t('rules.save')}
          </Button>
          <Button onClick={add}>{t('rules.addHours')}</Button>
          {save.isSuccess && !dirty && <span className={css.saved}>{t('rules.saved')}</span>}
        </div>
      ) : (
        <p className={css.quiet}>{t('rules.adminOnly')}</p>
      )}
    </>
  );
}
