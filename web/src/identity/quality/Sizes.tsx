import { Link } from 'react-router';
import type { MatchQuality } from '#api';
import { useFormat, useTranslation } from '#shell';
import css from './quality.module.css';

/** The last customers of a band. */
const LAST: Record<number, string> = { 5: '5 – 9', 10: '10+' };

/** How many customers have how many records, and who has the most. */
export function Sizes({
  sizes,
  largest,
  customers,
}: Pick<MatchQuality, 'sizes' | 'largest'> & { customers: number }) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const most = Math.max(...sizes.map((size) => size.customers));
  return (
    <div className={css.sizes}>
      <table className={css.bars}>
        <thead>
          <tr>
            <th scope="col">{t('quality.recordsEach')}</th>
            <th scope="col" colSpan={2}>
              {t('customers')}
            </th>
            <th scope="col">{t('share')}</th>
          </tr>
        </thead>
        <tbody>
          {sizes.map((size) => (
            <tr key={size.least}>
              <th scope="row">{LAST[size.least] ?? size.least}</th>
              <td aria-hidden>
                <span className={css.bar} style={{ width: `${(size.customers / most) * 100}%` }} />
              </td>
              <td>{format.full(size.customers)}</td>
              <td>{format.percent(size.customers / customers)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {largest.length > 0 && (
        <div>
          <h3 className={css.small}>{t('quality.largest')}</h3>
          <ol className={css.largest}>
            {largest.map((one) => (
              <li key={one.customer}>
                <Link to={`/customers/${one.customer}`}>{one.customer}</Link>
                <span>{t('quality.nRecords', { n: format.full(one.records) })}</span>
              </li>
            ))}
          </ol>
        </div>
      )}
    </div>
  );
}
