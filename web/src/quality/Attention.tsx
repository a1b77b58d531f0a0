import { Link } from 'react-router';
import { Panel, useFormat, useLabel, useTranslation } from '#shell';
import { useFeedNames, useFieldNames, useSourceNames } from '#source';
import { useFalls } from './falls/api';
import { byFeed } from './falls/fallen';
import css from './falls/falls.module.css';
import { exactly } from './score/words';
import { useUpkeep } from './upkeep/api';

/** For Home: what fell and is to be told to whoever looks, and what they have to look at again. */
export function Attention() {
  const { t } = useTranslation('quality');
  const label = useLabel();
  const format = useFormat();
  const sourceName = useSourceNames();
  const feedName = useFeedNames();
  const fieldName = useFieldNames();
  const fallen = byFeed((useFalls().data?.falls ?? []).filter((one) => one.mine));
  const due = (useUpkeep().data ?? []).filter((one) => one.due && one.mine);
  if (fallen.length === 0 && due.length === 0) return null;
  return (
    <Panel title={t('attention.title')} text={t('attention.text')}>
      <ul className={css.mine}>
        {fallen.map(({ source, feed, falls }) => {
          const deepest = falls.reduce((a, b) => (b.before - b.now > a.before - a.now ? b : a));
          return (
            <li key={`${source}/${feed}`}>
              <Link to="/quality/score">
                {t('attention.fell', { feed: `${sourceName(source)} · ${feedName(source, feed)}` })}
              </Link>
              <span>
                {t('falls.what', {
                  field: deepest.field ? fieldName(deepest.field) : t('falls.whole'),
                  dimension: t(`score.dimension.${deepest.dimension}`),
                })}
              </span>
              <span className={css.points}>
                {t('score.moved', { before: exactly(deepest.before), now: exactly(deepest.now) })}
              </span>
              {falls.length > 1 && (
                <small>{t('attention.more', { n: format.full(falls.length - 1) })}</small>
              )}
            </li>
          );
        })}
        {due.map((one) => (
          <li key={`${one.of} ${one.key}`}>
            <Link to={one.of === 'source' ? `/sources/${one.key}` : '/quality/rules'}>
              {t(`attention.review.${one.of}`, { name: label(one.label) })}
            </Link>
            <small>{t('attention.since', { day: format.day(one.reviewOn) })}</small>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
