import { useCallback, useMemo } from 'react';
import type { Customer } from '#api';
import { Chart, strokes, type Stroke } from '#charts';
import { useFormat, useSession, useTranslation } from '#shell';
import { Blank } from './Chapter';
import { linesOf, number, text } from './panels';
import css from './portrait.module.css';
import { dayOf } from './summary';

/** What the customer is worth so far, and the strokes of every order along the years. */
export function Worth({ customer }: { customer: Customer }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const { worth } = customer;
  const { company } = useSession();
  const table = useMemo(() => orderStrokes(customer, company.zone), [customer, company.zone]);
  const draw = useCallback<Parameters<typeof Chart>[0]['draw']>(
    (pen) => strokes(table.strokes, pen, company.asOf),
    [table, company.asOf],
  );
  if (worth.orders === 0 && table.strokes.length === 0) return <Blank>{t('worth.none')}</Blank>;
  return (
    <>
      <dl className={css.worth}>
        <div className={css.main}>
          <dt>{t('worth.net')}</dt>
          <dd>{format.moneyFull(worth.netRevenue)}</dd>
        </div>
        <div>
          <dt>{t('worth.orders')}</dt>
          <dd>{format.full(worth.orders)}</dd>
        </div>
        <div>
          <dt>{t('worth.average')}</dt>
          <dd>{format.moneyFull(worth.averageOrder)}</dd>
        </div>
        <div>
          <dt>{t('worth.days')}</dt>
          <dd>{format.full(worth.purchaseDays)}</dd>
        </div>
        <div>
          <dt>{t('worth.first')}</dt>
          <dd>{format.day(worth.firstOrderDay)}</dd>
        </div>
        <div>
          <dt>{t('worth.last')}</dt>
          <dd>
            {format.day(worth.lastOrderDay)}
            {(worth.daysSinceLast ?? null) !== null && (
              <span className={css.since}>
                {t('worth.ago', { n: format.full(worth.daysSinceLast) })}
              </span>
            )}
          </dd>
        </div>
      </dl>
      {table.strokes.length > 0 && (
        <Chart
          title={t('worth.strokes')}
          note={t('worth.strokesNote')}
          height={150}
          draw={draw}
          table={table}
          columnTitle={(column) => t(`column.${column}`)}
        />
      )}
    </>
  );
}

function orderStrokes(customer: Customer, zone: string) {
  const orders: Stroke[] = linesOf(customer, 'orders').flatMap((row) => {
    const at = text(row('happened_at'));
    const amount = number(row('amount'));
    return at !== null && amount !== null ? { day: dayOf(at, zone), amount } : [];
  });
  const inOrder = orders.toSorted((a, b) => (a.day < b.day ? -1 : 1));
  return {
    strokes: inOrder,
    columns: [
      { name: 'day', type: 'DAY' },
      { name: 'amount', type: 'DECIMAL' },
    ],
    rows: inOrder.map((one) => [one.day, one.amount]),
  };
}
