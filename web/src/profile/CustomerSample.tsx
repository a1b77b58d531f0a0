import type { Condition } from '#api';
import { Loading, useFormat, useTranslation } from '#shell';
import { useCustomers } from './api';
import { CustomerName } from './Hidden';
import css from './sample.module.css';

const PEOPLE = 6;

/** A few of those who meet the condition, to see whether they are the right ones. */
export function CustomerSample({ condition }: { condition: Condition }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const query = useCustomers({ condition, offset: 0, limit: PEOPLE });
  // Why it failed is said by the count and beside the rules.
  if (query.error) return null;
  if (!query.data)
    return (
      <div className={css.sample}>
        <Loading rows={3} />
      </div>
    );
  const { rows } = query.data;
  return (
    <section className={css.sample} data-stale={query.isPlaceholderData} aria-labelledby="sample">
      <h2 id="sample">{t('sample.title')}</h2>
      {rows.length === 0 ? (
        <p className={css.quiet}>{t('sample.none')}</p>
      ) : (
        <ul>
          {rows.map((row) => (
            <li key={row.id}>
              {/* A new tab: the canvas stays as it is. */}
              <a href={`/customers/${row.id}`} target="_blank" rel="noreferrer">
                <CustomerName name={row.name} id={row.id} />
              </a>
              <span className={css.quiet}>{[row.city, row.level].filter(Boolean).join(' · ')}</span>
              <span className={css.amount}>{format.moneyFull(row.netRevenue)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
