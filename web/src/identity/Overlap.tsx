import { useTranslation } from 'react-i18next';
import type { IdentitySummary } from '#api';
import { useFormat, useNarrow } from '#shell';
import { useSourceNames } from '#source';
import css from './identity.module.css';

/**
 * Which customers are known to which systems: a row for each combination, a dot for each system in
 * it, the customers as a bar. The rows add up to all customers.
 */
export function Overlap({
  overlap,
  customers,
}: {
  overlap: IdentitySummary['overlap'];
  customers: number;
}) {
  const { t } = useTranslation('identity');
  const format = useFormat();
  const sourceName = useSourceNames();
  const sources = [...new Set(overlap.flatMap((one) => one.sources))];
  const rows = [...overlap].sort((a, b) => b.customers - a.customers);
  const most = Math.max(1, ...rows.map((row) => row.customers));
  const narrow = useNarrow();
  const bar = (row: (typeof rows)[number]) => (
    <div className={css.barLine}>
      <span
        className={css.bar}
        style={{ width: `${(82 * row.customers) / most}%` }}
        data-many={row.sources.length > 1 || undefined}
      />
      <span>{format.full(row.customers)}</span>
    </div>
  );
  const share = (row: (typeof rows)[number]) =>
    format.percent(row.customers / Math.max(1, customers));
  // Beside the dots of all sources no bar would be left on a phone: there the sources are named.
  if (narrow)
    return (
      <ul className={css.named}>
        {rows.map((row) => (
          <li key={row.sources.join('+')}>
            <span>{row.sources.map(sourceName).join(' + ')}</span>
            <span className={css.number}>{share(row)}</span>
            {bar(row)}
          </li>
        ))}
      </ul>
    );
  return (
    <div className={css.scroll}>
      <table className={css.overlap}>
        <thead>
          <tr>
            {sources.map((source) => (
              <th key={source} scope="col">
                {sourceName(source)}
              </th>
            ))}
            <th scope="col" className={css.barHead}>
              {t('customers')}
              <span className={css.key} data-many>
                {t('inSeveral')}
              </span>
              <span className={css.key}>{t('inOne')}</span>
            </th>
            <th scope="col" className={css.number}>
              {t('share')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.sources.join('+')}>
              {sources.map((source) => {
                const known = row.sources.includes(source);
                return (
                  <td key={source} className={css.dotCell}>
                    <span
                      className={known ? css.dot : css.noDot}
                      role="img"
                      aria-label={t(known ? 'known' : 'unknown')}
                    />
                  </td>
                );
              })}
              <td>{bar(row)}</td>
              <td className={css.number}>{share(row)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
