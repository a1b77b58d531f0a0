import { useTranslation } from '#shell';
import { Hidden } from '../Hidden';
import css from './portrait.module.css';

/**
 * What a source calls this record: a card number, an account. A buyer whom orders or lists know only
 * by what they left there has no such number, and is said in words.
 */
export function RecordKey({ recordKey }: { recordKey: string | null }) {
  const { t } = useTranslation('profile');
  if (recordKey === null) return null;
  return isBuyer(recordKey) ? (
    <span className={css.keyWords}>{t('origins.buyer')}</span>
  ) : (
    <code className={css.key}>
      <Hidden text={recordKey} />
    </code>
  );
}

export const isBuyer = (recordKey: string): boolean => recordKey.startsWith('buyer:');
