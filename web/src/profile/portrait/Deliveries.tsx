import type { Customer } from '#api';
import { DataTable, useFormat, useTranslation } from '#shell';
import { Blank } from './Chapter';
import { linesOf, text, type Line } from './panels';

interface Delivery {
  key: number;
  line: Line;
}

const ARMS = ['treated', 'control'];
const STATES = [
  'queued',
  'claimed',
  'sent',
  'delivered',
  'failed',
  'control',
  'refused',
  'uncertain',
];
const CHANNELS = ['file', 'sms', 'mail', 'email'];

/** What was sent to this customer, and in which group of an experiment. */
export function Deliveries({ customer }: { customer: Customer }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const rows = linesOf(customer, 'deliveries').map((line, key) => ({ key, line }));
  if (rows.length === 0) return <Blank>{t('deliveries.none')}</Blank>;
  const word = (line: Line, ...columns: string[]) =>
    columns.map((column) => text(line(column))).find((one) => one !== null) ?? '—';
  const arm = (one: string) => (ARMS.includes(one) ? t(`arm.${one}`) : one);
  const state = (one: string) => (STATES.includes(one) ? t(`state.${one}`) : one);
  const channel = (one: string) => (CHANNELS.includes(one) ? t(`channel.${one}`) : one);
  return (
    <DataTable<Delivery>
      bare
      label={t('chapter.deliveries')}
      rows={rows}
      rowKey={(row) => row.key}
      minWidth={640}
      columns={[
        {
          key: 'campaign',
          title: t('column.campaign'),
          ellipsis: true,
          render: ({ line }) => word(line, 'campaign_label', 'campaign'),
        },
        {
          key: 'arm',
          title: t('column.arm'),
          width: 110,
          render: ({ line }) => arm(word(line, 'arm')),
        },
        {
          key: 'channel',
          title: t('column.channel'),
          width: 110,
          render: ({ line }) => channel(word(line, 'channel')),
        },
        {
          key: 'state',
          title: t('column.state'),
          width: 120,
          render: ({ line }) => state(word(line, 'state', 'status')),
        },
        {
          key: 'sent_at',
          title: t('column.sent_at'),
          width: 200,
          render: ({ line }) => format.moment(text(line('sent_at'))),
        },
      ]}
    />
  );
}
