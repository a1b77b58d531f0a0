import { Await, Figure, ReportPage, Tile, Tiles, useSession, useTranslation } from '#shell';
import { useHome } from './api';

/** 总览: how much is known, and what to do next. */
export function HomePage() {
  const { t } = useTranslation('home');
  const { company } = useSession();
  const query = useHome();
  return (
    <ReportPage title={t('title')} lead={t('lead', { company: company.name })} asOf={company.asOf}>
      <Await query={query}>
        {({ counts }) => (
          <Tiles>
            <Tile label={t('count.customers')} value={<Figure value={counts.customers} />} />
            <Tile label={t('count.orders')} value={<Figure value={counts.orders} />} />
            <Tile label={t('count.revenue')} value={<Figure value={counts.revenue} as="money" />} />
          </Tiles>
        )}
      </Await>
    </ReportPage>
  );
}
