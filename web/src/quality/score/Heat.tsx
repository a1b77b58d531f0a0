import { Fragment } from 'react';
import { useSearchParams } from 'react-router';
import type { FeedScore } from '#api';
import { Panel, useFormat, useTranslation } from '#shell';
import { Course } from './Course';
import { Fields } from './Fields';
import { Share } from './Share';
import { useWhy } from './useWhy';
import { DIMENSIONS, points } from './words';
import css from './score.module.css';

/** Sources by dimension, the worst first; a source opens to its fields, and on paper all are open. */
export function Heat({ feeds }: { feeds: FeedScore[] }) {
  const { t } = useTranslation('quality');
  const { feedName } = useWhy();
  const format = useFormat();
  const [search, setSearch] = useSearchParams();
  const open = search.get('feed');
  const turn = (key: string) =>
    setSearch(
      (now) => {
        if (now.get('feed') === key) now.delete('feed');
        else now.set('feed', key);
        return now;
      },
      { replace: true, preventScrollReset: true },
    );
  return (
    <Panel flush title={t('score.bySource')} text={t('score.bySourceText')}>
      <table className={css.heat}>
        <thead>
          <tr>
            <th>{t('feed')}</th>
            <th>{t('score.score')}</th>
            {DIMENSIONS.map((dimension) => (
              <th key={dimension} title={t(`score.means.${dimension}`)}>
                {t(`score.dimension.${dimension}`)}
              </th>
            ))}
            <th>{t('score.trend')}</th>
          </tr>
        </thead>
        <tbody>
          {feeds.map((feed) => {
            const key = `${feed.source}/${feed.feed}`;
            const shown = open === key;
            return (
              <Fragment key={key}>
                <tr className={css.feed}>
                  <th scope="row">
                    <button type="button" aria-expanded={shown} onClick={() => turn(key)}>
                      <i aria-hidden>{shown ? '▾' : '▸'}</i>
                      {feedName(feed)}
                    </button>
                  </th>
                  <td className={css.score} data-label={t('score.score')}>
                    {feed.score === undefined ? '—' : points(feed.score)}
                  </td>
                  {DIMENSIONS.map((dimension) => (
                    <Share
                      key={dimension}
                      shares={feed.shares}
                      dimension={dimension}
                      title={
                        dimension === 'timeliness' && feed.newestAt
                          ? t('score.newest', {
                              day: format.dayOf(feed.newestAt),
                              n: feed.daysOld,
                            })
                          : undefined
                      }
                    />
                  ))}
                  <td
                    className={css.trend}
                    data-label={t('score.trend')}
                    data-measured={feed.trend.length > 1}
                  >
                    <Course trend={feed.trend} />
                  </td>
                </tr>
                <tr className={css.opened} hidden={!shown}>
                  <td colSpan={DIMENSIONS.length + 3}>
                    <Fields feed={feed} />
                  </td>
                </tr>
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </Panel>
  );
}
