import { Alert, Radio } from 'antd';
import { Link } from 'react-router';
import { useChannels } from '#channel';
import { useCurrency, useFormat, useLabel, useRight, useTranslation } from '#shell';
import css from '../campaign.module.css';
import type { Writing } from './draft';

/** 渠道: which way it goes; the cost of a message begins with the channel's price. */
export function ChannelChoice({
  writing,
  onChange,
}: {
  writing: Writing;
  onChange: (part: Partial<Writing>) => void;
}) {
  const { t } = useTranslation('campaign');
  const label = useLabel();
  const format = useFormat();
  const currency = useCurrency();
  const mayChange = useRight('ADMIN');
  const channels = useChannels();
  if (!channels.data) return null;
  const chosen = channels.data.find((one) => one.id === writing.channel);
  const choose = (id: string) => {
    const price = channels.data.find((one) => one.id === id)?.price ?? 0;
    onChange({ channel: id, ...(price > 0 ? { costPerMessage: price } : {}) });
  };
  return (
    <>
      <span id="campaign-channel">{t('what.channelLabel')}</span>
      <Radio.Group
        aria-labelledby="campaign-channel"
        value={writing.channel}
        onChange={(event) => choose(String(event.target.value))}
        options={channels.data.map((one) => ({
          value: one.id,
          label:
            one.price > 0
              ? `${label(one.label)} · ${t('what.each', { price: `${one.price} ${currency}` })}`
              : label(one.label),
        }))}
      />
      {chosen ? (
        <p className={css.quiet}>
          {chosen.atOnce
            ? t('what.atOnce', { n: format.full(chosen.perSecond) })
            : t('what.channel')}{' '}
          {mayChange && <Link to="/channels">{t('what.manage')}</Link>}
        </p>
      ) : (
        <Alert type="warning" showIcon title={t('what.retired')} />
      )}
      {chosen?.problems.map((problem) => (
        <Alert key={problem.code} type="warning" showIcon title={problem.message} />
      ))}
    </>
  );
}
