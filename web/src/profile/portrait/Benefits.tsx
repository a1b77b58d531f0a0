import { Tag } from 'antd';
import { useState } from 'react';
import type { Customer } from '#api';
import { useFormat, useTranslation } from '#shell';
import css from './likes.module.css';
import { MoreButton } from './MoreButton';
import { linesOf, number, text, type Line } from './panels';
import { factOf, written } from './summary';

const FIRST = 5;

/** Points with their movements, and coupons: those that can still be used first. */
export function Benefits({ customer }: { customer: Customer }) {
  const points = linesOf(customer, 'points');
  const coupons = linesOf(customer, 'coupons');
  return (
    <div className={css.pieces}>
      {points.length > 0 && <Points customer={customer} rows={points} />}
      {coupons.length > 0 && <Coupons customer={customer} rows={coupons} />}
    </div>
  );
}

function Points({ customer, rows }: { customer: Customer; rows: Line[] }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const [all, setAll] = useState(false);
  const balance = written(factOf(customer.facts, 'points')?.value, format);
  return (
    <section>
      <h3 className={css.head}>{t('points.title')}</h3>
      <p className={css.balance}>
        {balance ?? format.full(number(rows[0]?.('running') ?? null))}
        <span className={css.aside}>{t(balance === null ? 'points.sum' : 'points.balance')}</span>
      </p>
      <ol className={css.rows}>
        {(all ? rows : rows.slice(0, FIRST)).map((row, i) => {
          const change = number(row('points')) ?? 0;
          return (
            <li key={i} className={css.line}>
              <span>{t(`points.${text(row('name')) ?? ''}`)}</span>
              <span className={css.aside}>
                {[text(row('topic')), format.day(dayText(row('happened_at')))]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              <span className={css.end}>
                {change > 0 ? '+' : ''}
                {format.full(change)}
              </span>
            </li>
          );
        })}
      </ol>
      <MoreButton shown={all} total={rows.length} first={FIRST} onClick={() => setAll(!all)} />
    </section>
  );
}

function Coupons({ customer, rows }: { customer: Customer; rows: Line[] }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const [all, setAll] = useState(false);
  const state = (row: Line): 'used' | 'expired' | 'open' => {
    if (text(row('used_at')) !== null) return 'used';
    const until = dayText(row('expires_at'));
    return until !== null && until < customer.asOf ? 'expired' : 'open';
  };
  const open = rows.filter((row) => state(row) === 'open');
  const ordered = [...open, ...rows.filter((row) => state(row) !== 'open')];
  return (
    <section>
      <h3 className={css.head}>{t('coupons.title')}</h3>
      <p className={css.balance}>
        {format.full(open.length)}
        <span className={css.aside}>{t('coupons.open')}</span>
      </p>
      <ol className={css.rows}>
        {(all ? ordered : ordered.slice(0, FIRST)).map((row, i) => (
          <li key={i} className={css.line}>
            <span>{text(row('name')) ?? text(row('coupon_no')) ?? '—'}</span>
            <Tag color={state(row) === 'open' ? 'blue' : undefined}>
              {t(`coupons.${state(row)}`)}
            </Tag>
            <span className={css.aside}>
              {state(row) === 'used'
                ? t('coupons.usedOn', { day: format.day(dayText(row('used_at'))) })
                : text(row('expires_at')) === null
                  ? t('coupons.forever')
                  : t('coupons.until', { day: format.day(dayText(row('expires_at'))) })}
            </span>
            <span className={css.end}>{format.moneyFull(text(row('amount')))}</span>
          </li>
        ))}
      </ol>
      <MoreButton shown={all} total={rows.length} first={FIRST} onClick={() => setAll(!all)} />
    </section>
  );
}

const dayText = (cell: ReturnType<Line>) => text(cell)?.slice(0, 10) ?? null;
