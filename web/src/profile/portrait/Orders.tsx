import { useState } from 'react';
import type { Customer } from '#api';
import { useLexicon } from '#condition';
import { DataTable, useFormat, useLabel, useNarrow, useTranslation } from '#shell';
import { Blank } from './Chapter';
import { linesOf, text, type Line } from './panels';
import css from './portrait.module.css';

/** As many as are looked at together; on a phone each is a card. */
const PAGE = { desk: 10, phone: 4 };

interface Order {
  key: number;
  line: Line;
}

/** Orders and returns, newest first. */
export function Orders({ customer }: { customer: Customer }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const label = useLabel();
  const words = useLexicon();
  const limit = useNarrow() ? PAGE.phone : PAGE.desk;
  const [offset, setOffset] = useState(0);
  const orders = linesOf(customer, 'orders').map((line, key) => ({ key, line }));
  if (orders.length === 0) return <Blank>{t('orders.none')}</Blank>;
  const coded = (field: string, value: string | null) =>
    label(words.field(field)?.codes.find((code) => code.value === value)?.label) || (value ?? '—');
  return (
    <DataTable<Order>
      bare
      label={t('chapter.orders')}
      rows={orders.slice(offset, offset + limit)}
      rowKey={(row) => row.key}
      minWidth={760}
      page={{ offset, limit, total: orders.length, onChange: setOffset }}
      columns={[
        {
          key: 'order_no',
          title: t('column.order_no'),
          width: 190,
          ellipsis: true,
          render: ({ line }) => text(line('order_no')) ?? text(line('order_key')) ?? '—',
        },
        {
          key: 'happened_at',
          title: t('column.happened_at'),
          width: 190,
          card: 'wide',
          render: ({ line }) => format.moment(text(line('happened_at'))),
        },
        {
          key: 'amount',
          title: t('column.amount'),
          number: true,
          width: 130,
          render: ({ line }) => (
            <span className={text(line('kind')) === 'return' ? css.back : undefined}>
              {format.moneyFull(text(line('amount')))}
            </span>
          ),
        },
        {
          key: 'items',
          title: t('column.items'),
          number: true,
          width: 90,
          render: ({ line }) => format.full(text(line('items'))),
        },
        {
          key: 'status',
          title: t('column.status'),
          width: 120,
          render: ({ line }) =>
            text(line('kind')) === 'return'
              ? coded('order.kind', 'return')
              : coded('order.status', text(line('status'))),
        },
        {
          key: 'channel',
          title: t('column.channel'),
          ellipsis: true,
          render: ({ line }) => text(line('channel')) ?? '—',
        },
      ]}
    />
  );
}
