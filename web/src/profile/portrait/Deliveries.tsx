import { Link } from 'react-router';
import type { Customer } from '#api';
import { useCampaignNames } from '#campaign';
import { DataTable, useFormat, useTranslation } from '#shell';
import { Blank } from './Chapter';
import { linesOf, text, type Line } from './panels';

interface Delivery {
  key: number;
  line: Line;
}

const STATES = ['HELD_OUT', 'REFUSED', 'CLAIMED', 'SENT', 'DELIVERED', 'FAILED', 'UNCERTAIN'];
const CHANNELS = ['file', 'sms', 'mail', 'email'];

/** Why somebody who should have got a message got none, by the code in the ledger. */
const REASONS: Record<string, string> = {
  'delivery.no-address': 'noPhone',
  'delivery.no-consent': 'noConsent',
  'delivery.opted-out': 'optedOut',
  'delivery.capped': 'capped',
  'delivery.privacy-number': 'privacyNumber',
  'delivery.masked-number': 'maskedNumber',
  'delivery.incomplete': 'incomplete',
  'delivery.number-taken': 'numberTaken',
  'delivery.replied-stop': 'repliedStop',
};

/** What this customer was sent, held back from or refused, from here and by other systems, and why. */
export function Deliveries({ customer }: { customer: Customer }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const names = useCampaignNames();
  const rows = linesOf(customer, 'deliveries').map((line, key) => ({ key, line }));
  if (rows.length === 0) return <Blank>{t('deliveries.none')}</Blank>;
  const campaign = (line: Line) => {
    const origin = text(line('origin'));
    if (origin === null) return text(line('campaign')) ?? '—';
    const name = names(origin) ?? t('deliveries.gone');
    return origin.startsWith('campaign/') ? (
      <Link to={`/campaigns/${encodeURIComponent(origin.slice('campaign/'.length))}`}>{name}</Link>
    ) : (
      name
    );
  };
  const state = (one: string | null) =>
    one !== null && STATES.includes(one) ? t(`state.${one}`) : (one ?? '—');
  const channel = (one: string | null) =>
    one !== null && CHANNELS.includes(one) ? t(`channel.${one}`) : (one ?? '—');
  const why = (line: Line) => {
    if (text(line('state')) === 'HELD_OUT') return t('reason.heldOut');
    const reason = text(line('reason'));
    const key = reason === null ? undefined : REASONS[reason];
    return key ? t(`reason.${key}`) : (reason ?? '—');
  };
  return (
    <DataTable<Delivery>
      bare
      label={t('chapter.deliveries')}
      rows={rows}
      rowKey={(row) => row.key}
      minWidth={760}
      columns={[
        {
          key: 'campaign',
          title: t('column.campaign'),
          width: 180,
          render: ({ line }) => campaign(line),
        },
        {
          key: 'state',
          title: t('column.state'),
          width: 120,
          render: ({ line }) => state(text(line('state'))),
        },
        {
          key: 'reason',
          title: t('column.reason'),
          ellipsis: true,
          render: ({ line }) => why(line),
        },
        {
          key: 'channel',
          title: t('column.channel'),
          width: 110,
          render: ({ line }) => channel(text(line('channel'))),
        },
        {
          key: 'entered_at',
          title: t('column.entered_at'),
          width: 190,
          render: ({ line }) => format.moment(text(line('entered_at'))),
        },
      ]}
    />
  );
}
