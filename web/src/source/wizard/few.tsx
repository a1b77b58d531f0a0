import { Button } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat, useNarrow } from '#shell';
import css from './wizard.module.css';

const FEW = 5;

/**
 * The first few of the rows on a phone, where each is a card and fifty of them would hide what
 * stands below; and the button that shows all. Elsewhere all of them.
 */
export function useFew<T>(rows: readonly T[]): { few: readonly T[]; more: ReactNode } {
  const { t } = useTranslation('source');
  const format = useFormat();
  const narrow = useNarrow();
  const [all, setAll] = useState(false);
  if (!narrow || all || rows.length <= FEW + 1) return { few: rows, more: null };
  return {
    few: rows.slice(0, FEW),
    more: (
      <Button type="link" className={css.more} onClick={() => setAll(true)}>
        {t('wizard.all', { n: format.full(rows.length) })}
      </Button>
    ),
  };
}
