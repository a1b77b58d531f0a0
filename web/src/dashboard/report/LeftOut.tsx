import { Link } from 'react-router';
import type { Report } from '#api';
import { useKindsTold } from '#profile';
import { useFormat, useTranslation } from '#shell';
import css from './report.module.css';

/** Which cards the figures leave out, what that changes, and what is only suspected yet. */
export function LeftOut({ report }: { report: Report }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const { cards, worth } = report;
  const told = useKindsTold(cards.leftOut);
  if (!told && cards.suspected === 0) return null;
  return (
    <p className={css.leftOut}>
      {told &&
        t('report.cards.left', {
          cards: told,
          before: format.money(cards.with?.perBuyer),
          after: format.money(worth.perBuyer),
          buyersBefore: format.full(cards.with?.buyers),
          buyersAfter: format.full(worth.buyers),
        })}{' '}
      {cards.suspected > 0 &&
        t('report.cards.suspected', {
          n: format.full(cards.suspected),
          share: format.percent(worth.revenue > 0 ? cards.suspectedRevenue / worth.revenue : null),
        })}{' '}
      <Link to="/customers/cards" className={css.screenOnly}>
        {t(cards.suspected > 0 ? 'report.cards.judge' : 'report.cards.look')}
      </Link>
    </p>
  );
}
