import { useTranslation } from '#shell';
import { Hidden } from '../Hidden';
import css from './portrait.module.css';

/**
 * What a source calls this record: a card number, an account. A buyer whom orders or lists know only
 * by what they left there has no such number, and is said in words; so is the line of a file.
 */
export function RecordKey({ recordKey }: { recordKey: string | null }) {
  const { t } = useTranslation('profile');
  if (recordKey === null) return null;
  const line = lineOf(recordKey);
  if (line) return <span className={css.keyWords}>{t('origins.line', line)}</span>;
  return isBuyer(recordKey) ? (
    <span className={css.keyWords}>{t('origins.buyer')}</span>
  ) : (
    <code className={css.key}>
      <Hidden text={recordKey} />
    </code>
  );
}

/** Where no column tells rows apart, a row is known by its place: crm-会员.csv|3. */
export function lineOf(recordKey: string): { file: string; line: string } | null {
  const [, file, line] = /^(.+\.\w+)\|(\d+)$/.exec(recordKey) ?? [];
  return file && line ? { file, line } : null;
}

export const isBuyer = (recordKey: string): boolean => recordKey.startsWith('buyer:');
