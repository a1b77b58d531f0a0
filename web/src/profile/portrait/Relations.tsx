import { useState } from 'react';
import type { Customer, CustomerRelation } from '#api';
import { useFormat, useTranslation } from '#shell';
import { Link } from 'react-router';
import { CustomerName } from '../Hidden';
import { Kin } from './Kin';
import css from './likes.module.css';
import { MoreButton } from './MoreButton';
import { linesOf, number, text, type Line } from './panels';

const FIRST = 5;

/** Who lives or works with this customer, who brought them, and whom they brought. */
export function Relations({ customer, kin }: { customer: Customer; kin: CustomerRelation[] }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const [all, setAll] = useState(false);
  const rows = linesOf(customer, 'relations');
  const brought = rows.filter((row) => text(row('relation')) === 'referred');
  const person = (row: Line, key: number) => {
    const id = number(row('customer_id')) ?? 0;
    return (
      <li key={key} className={css.line}>
        <Link to={`/customers/${id}`}>
          <CustomerName name={text(row('name')) ?? undefined} id={id} />
        </Link>
        <span className={css.end}>
          {t('relations.worth', {
            n: format.full(number(row('orders'))),
            money: format.moneyFull(text(row('net_revenue'))),
          })}
        </span>
      </li>
    );
  };
  const by = rows.filter((row) => text(row('relation')) === 'referrer');
  return (
    <div className={css.pieces}>
      <Kin relations={kin} />
      {by.length > 0 && (
        <section>
          <h3 className={css.head}>{t('relations.referrer')}</h3>
          <ul className={css.rows}>{by.map(person)}</ul>
        </section>
      )}
      {brought.length > 0 && (
        <section>
          <h3 className={css.head}>
            {t('relations.referred', { n: format.full(brought.length) })}
          </h3>
          <ul className={css.rows}>{(all ? brought : brought.slice(0, FIRST)).map(person)}</ul>
          <MoreButton
            shown={all}
            total={brought.length}
            first={FIRST}
            onClick={() => setAll(!all)}
          />
        </section>
      )}
    </div>
  );
}
