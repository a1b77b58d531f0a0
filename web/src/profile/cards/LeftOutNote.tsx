import { Link } from 'react-router';
import { useFormat, useTranslation } from '#shell';
import { KINDS, useLeftOut } from './api';
import css from './cards.module.css';

/** Under a figure: how many confirmed cards are left out of it. Nothing, where there are none. */
export function LeftOutNote() {
  const { t } = useTranslation('profile');
  const { data } = useLeftOut();
  const told = useKindsTold(data?.cards);
  if (!told) return null;
  return (
    <p className={css.leftOut}>
      {t('cards.leftOut', { cards: told })} <Link to="/customers/cards">{t('cards.look')}</Link>
    </p>
  );
}

/** Twelve cards of staff and one reseller's, in words; null where there are none. */
export function useKindsTold(cards: Record<string, number> | undefined): string | null {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const told = KINDS.filter((kind) => (cards?.[kind] ?? 0) > 0).map((kind) =>
    t(`cards.counted.${kind}`, { n: format.full(cards?.[kind]) }),
  );
  return told.length === 0 ? null : told.join(t('comma'));
}
