import { useTranslation } from 'react-i18next';
import type { Counts } from '#api';
import { useFormat } from '#shell';
import css from './ledger.module.css';

const PARTS = ['clean', 'merged', 'superseded', 'quarantined'] as const;

/**
 * Where every landed row went, as an account that must balance:
 * landed = clean + merged + superseded + quarantined. If it does not, it says so in red.
 */
export function Ledger({ counts, slim = false }: { counts: Counts; slim?: boolean }) {
  const { t } = useTranslation('source');
  const format = useFormat();
  const sum = PARTS.reduce((total, part) => total + counts[part], 0);
  const balanced = sum === counts.landed;
  const shown = PARTS.filter((part) => counts[part] > 0);
  const spoken = `${t('ledger.landed')} ${format.full(counts.landed)} = ${shown
    .map((part) => `${t(`ledger.${part}`)} ${format.full(counts[part])}`)
    .join(' + ')}`;
  return (
    <div className={css.ledger}>
      <div className={css.bar} role="img" aria-label={spoken} title={slim ? spoken : undefined}>
        {shown.map((part) => (
          <span
            key={part}
            data-part={part}
            style={{ flexGrow: counts[part], flexBasis: 0, minWidth: 2 }}
          />
        ))}
      </div>
      {!slim && (
        <dl className={css.sum}>
          <div>
            <dt>{t('ledger.landed')}</dt>
            <dd>{format.full(counts.landed)}</dd>
          </div>
          {PARTS.map((part, i) => (
            <div key={part}>
              <span className={css.sign} aria-hidden>
                {i === 0 ? '=' : '+'}
              </span>
              <dt>
                <i data-part={part} aria-hidden />
                {t(`ledger.${part}`)}
              </dt>
              <dd>{format.full(counts[part])}</dd>
            </div>
          ))}
        </dl>
      )}
      {!balanced && (
        <div className={css.off} role="alert">
          {t('ledger.off', { difference: format.full(counts.landed - sum) })}
        </div>
      )}
    </div>
  );
}
