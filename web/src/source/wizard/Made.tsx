import { useTranslation } from 'react-i18next';
import { useFormat } from '#shell';
import css from './wizard.module.css';

const WHAT = ['customers', 'orders'] as const;

/** What an import made: how many customers and orders are new, and how many there are now. */
export function Made({ result }: { result: Record<string, string> }) {
  const { t } = useTranslation('source');
  const format = useFormat();
  // Whoever sees only some of the customers is not told of all.
  const known = WHAT.filter((what) => result[what] !== undefined);
  if (known.length === 0) return null;
  return (
    <dl className={css.made}>
      {known.map((what) => {
        const now = Number(result[what]);
        const more = now - Number(result[`${what}Before`] ?? 0);
        const slots = { n: format.full(Math.abs(more)) };
        return (
          <div key={what}>
            <dt>{t(`made.${what}`)}</dt>
            <dd>
              <strong>
                {more === 0
                  ? t('made.same')
                  : t(more > 0 ? `made.more.${what}` : `made.fewer.${what}`, slots)}
              </strong>
              <small>{t(`made.now.${what}`, { n: format.full(now) })}</small>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
