import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Worthwhile } from '#dashboard';
import { Attention } from '#quality';
import {
  Await,
  Empty,
  Figure,
  Orchid,
  ReportPage,
  Tile,
  Tiles,
  useFormat,
  useRightOverAll,
  useSession,
} from '#shell';
import { useHome } from './api';
import { Checklist, isWalked } from './Checklist';
import { FirstRun } from './FirstRun';
import css from './home.module.css';
import { Portrait } from './Portrait';
import { RecentRuns } from './RecentRuns';

/** 总览: at first two questions; later how much is known, what to do next, what ran. */
export function HomePage() {
  const { company } = useSession();
  const mayImport = useRightOverAll('DEFINE');
  if (!company.empty) return <Overview />;
  return mayImport ? <FirstRun /> : <NothingYet />;
}

/** For those who may only look. */
function NothingYet() {
  const { t } = useTranslation('home');
  return <Empty picture={<Orchid />} title={t('nothing.title')} text={t('nothing.text')} />;
}

function Overview() {
  const { t } = useTranslation('home');
  const { company } = useSession();
  const format = useFormat();
  const query = useHome();
  const mayImport = useRightOverAll('DEFINE');
  return (
    <ReportPage
      title={t('title')}
      lead={company.name ? t('lead', { company: company.name }) : t('leadNameless')}
      asOf={company.asOf}
      actions={
        <>
          <Link to="/report">
            <Button type="primary">{t('report')}</Button>
          </Link>
          <Link to="/boards">
            <Button>{t('boards')}</Button>
          </Link>
          {mayImport && (
            <Link to="/sources/import">
              <Button>{t('import')}</Button>
            </Link>
          )}
        </>
      }
    >
      <Await query={query}>
        {({ counts, checklist }) => (
          <>
            <Tiles>
              <Tile
                label={t('count.customers')}
                value={<Figure value={counts.customers} />}
                note={t('count.customersNote')}
              />
              <Tile
                label={t('count.orders')}
                value={<Figure value={counts.orders} />}
                note={t('count.ordersNote')}
              />
              <Tile
                label={t('count.revenue')}
                value={<Figure value={counts.revenue} as="money" />}
                note={t('count.revenueNote')}
              />
              <Tile
                label={t('count.identified')}
                value={counts.identified === undefined ? '—' : format.percent(counts.identified)}
                note={t(
                  counts.identified === undefined
                    ? 'count.identifiedNotTheirs'
                    : 'count.identifiedNote',
                )}
              />
            </Tiles>
            <Attention />
            {/* What to do next stands first until the loop has been closed once. */}
            {isWalked(checklist) ? (
              <>
                <Worthwhile />
                <Portrait />
                <RecentRuns />
              </>
            ) : (
              <>
                <div className={css.columns}>
                  <Checklist steps={checklist} />
                  <RecentRuns />
                </div>
                <Portrait />
              </>
            )}
          </>
        )}
      </Await>
    </ReportPage>
  );
}
