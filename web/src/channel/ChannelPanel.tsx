import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Channel, ChannelDay } from '#api';
import {
  Panel,
  Tile,
  Tiles,
  useCurrency,
  useFormat,
  useLabel,
  useRight,
  useTranslation,
} from '#shell';
import css from './channel.module.css';
import { TrialDialog } from './TrialDialog';

/** One channel: whether it works, what left by it today, and what was said to that. */
export function ChannelPanel({ channel }: { channel: Channel }) {
  const { t } = useTranslation('channel');
  const label = useLabel();
  const format = useFormat();
  const currency = useCurrency();
  const mayChange = useRight('ADMIN');
  const mayTry = useRight('SEND');
  const [trying, setTrying] = useState(false);
  const name = label(channel.label);
  const kind = label(channel.kindLabel);
  return (
    <Panel
      title={name === kind ? name : `${kind} · ${name}`}
      text={channel.connected ? undefined : label(channel.about)}
      extra={
        <Flex gap={8} wrap>
          {channel.atOnce && mayTry && (
            <Button disabled={channel.problems.length > 0} onClick={() => setTrying(true)}>
              {t('try.open')}
            </Button>
          )}
          {channel.connected && mayChange && (
            <Link to={`/channels/${encodeURIComponent(channel.id)}`}>
              <Button>{t('settings')}</Button>
            </Link>
          )}
        </Flex>
      }
    >
      <p className={css.facts}>
        <span className={css.state} data-state={channel.problems.length > 0 ? 'broken' : 'ready'}>
          {t(channel.problems.length > 0 ? 'state.broken' : 'state.ready')}
        </span>
        {channel.atOnce && <span>{t('perSecond', { n: format.full(channel.perSecond) })}</span>}
        {channel.price > 0 && <span>{t('price', { price: `${channel.price} ${currency}` })}</span>}
        {channel.today?.lastSentAt && (
          <span>{t('lastSent', { at: format.moment(channel.today.lastSentAt) })}</span>
        )}
      </p>
      {channel.problems.map((problem) => (
        <Alert
          key={problem.code}
          className={css.problem ?? ''}
          type="warning"
          showIcon
          title={problem.message}
        />
      ))}
      {channel.today && (channel.atOnce || total(channel.today) > 0) && (
        <Today channel={channel} day={channel.today} />
      )}
      {trying && <TrialDialog channel={channel} onClose={() => setTrying(false)} />}
    </Panel>
  );
}

const total = (day: ChannelDay): number =>
  Object.entries(day.entries).reduce(
    (sum, [state, n]) => (state === 'HELD_OUT' ? sum : sum + n),
    0,
  );

/** Today's figures, and why some messages did not get through. */
function Today({ channel, day }: { channel: Channel; day: ChannelDay }) {
  const { t } = useTranslation('channel');
  const format = useFormat();
  const { SENT = 0, DELIVERED = 0, FAILED = 0, UNCERTAIN = 0, CLAIMED = 0 } = day.entries;
  return (
    <>
      <h3 className={css.today}>{t('today.title')}</h3>
      <Tiles>
        <Tile label={t('today.accepted')} value={format.full(SENT + DELIVERED)} />
        <Tile label={t('today.delivered')} value={format.full(DELIVERED)} />
        <Tile label={t('today.failed')} value={format.full(FAILED)} />
        {channel.atOnce && (
          <Tile
            label={t('today.uncertain')}
            value={format.full(UNCERTAIN)}
            note={UNCERTAIN > 0 ? t('today.uncertainNote') : undefined}
          />
        )}
        {CLAIMED > 0 && <Tile label={t('today.claimed')} value={format.full(CLAIMED)} />}
      </Tiles>
      {day.answers.length > 0 && (
        <ul className={css.answers} aria-label={t('answers')}>
          {day.answers.map((answer) => (
            <li key={answer.state + answer.reason}>
              <span>{answer.reason || t(`answer.${answer.state}`)}</span>
              <span className={css.count}>
                {t('messages', { n: format.full(answer.messages) })}
              </span>
              <time>{format.moment(answer.happenedAt)}</time>
            </li>
          ))}
        </ul>
      )}
      {channel.atOnce && <Receipts day={day} />}
    </>
  );
}

/** What the provider told us by itself today. */
function Receipts({ day }: { day: ChannelDay }) {
  const { t } = useTranslation('channel');
  const format = useFormat();
  const parts = (['receipts', 'repeated', 'unknown', 'unreadable', 'optedOut'] as const)
    .filter((key) => key === 'receipts' || day[key] > 0)
    .map((key) => t(`told.${key}`, { n: format.full(day[key]) }));
  return <p className={css.quiet}>{t('told.title', { parts: parts.join(t('comma')) })}</p>;
}
