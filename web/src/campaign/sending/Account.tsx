import { Link } from 'react-router';
import type { Campaign } from '#api';
import { useFormat, useTranslation } from '#shell';
import css from '../campaign.module.css';
import { PARTS } from '../headline';

/**
 * Where everybody of the audience stands, as an account that must balance: audience = delivered +
 * handed over + failed + … + held back. Each part opens into its people.
 */
export function Account({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const shown = PARTS.filter((part) => (campaign.entries[part] ?? 0) > 0);
  const sum = shown.reduce((total, part) => total + (campaign.entries[part] ?? 0), 0);
  const uncertain = campaign.entries.UNCERTAIN ?? 0;
  const spoken = `${t('column.people')} ${format.full(campaign.audience)} = ${shown
    .map((part) => `${t(`entry.${part}`)} ${format.full(campaign.entries[part])}`)
    .join(' + ')}`;
  return (
    <div>
      <div className={css.bar} role="img" aria-label={spoken}>
        {shown.map((part) => (
          <span
            key={part}
            data-part={part}
            style={{ flexGrow: campaign.entries[part], flexBasis: 0, minWidth: 2 }}
          />
        ))}
      </div>
      <dl className={css.sum}>
        <div>
          <dt>{t('column.people')}</dt>
          <dd>{format.full(campaign.audience)}</dd>
        </div>
        {shown.map((part, i) => (
          <div key={part}>
            <span className={css.sign} aria-hidden>
              {i === 0 ? '=' : '+'}
            </span>
            <dt>
              <i data-part={part} aria-hidden />
              {t(`entry.${part}`)}
            </dt>
            <dd>
              <Link to={`?tab=people&state=${part}`}>{format.full(campaign.entries[part])}</Link>
            </dd>
          </div>
        ))}
      </dl>
      {uncertain > 0 && (
        <p className={css.under}>{t('account.uncertain', { n: format.full(uncertain) })}</p>
      )}
      {sum !== campaign.audience && (
        <p className={css.off} role="alert">
          {t('account.off', { difference: format.full(campaign.audience - sum) })}
        </p>
      )}
    </div>
  );
}
