import { Tag, Tooltip } from 'antd';
import type { Fact } from '#api';
import { useTranslation } from '#shell';
import css from './imputation.module.css';
import { useAccuracyWords } from './words';

/** A value that nobody said, marked so wherever it stands; on a portrait with how right such are. */
export function Inferred({
  text,
  guess,
  type = 'text',
}: {
  text: string;
  guess?: Fact['guess'];
  type?: string;
}) {
  const { t } = useTranslation('profile');
  const right = useAccuracyWords();
  const how = guess
    ? [
        t(`impute.how.${guess.method.type}`),
        guess.accuracy ? right(guess.accuracy, type) : undefined,
      ]
        .filter((part) => part !== undefined)
        .join(t('impute.dot'))
    : t('impute.chipText');
  return (
    <span className={css.inferred}>
      <span className={css.guess}>{text}</span>
      <Tooltip title={how}>
        <Tag className={css.chip} tabIndex={0} aria-label={`${t('impute.chip')}：${how}`}>
          {t('impute.chip')}
        </Tag>
      </Tooltip>
    </span>
  );
}
