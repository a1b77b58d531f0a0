import { Link } from 'react-router';
import type { FeedScore, FieldScore } from '#api';
import { useFormat, useTranslation } from '#shell';
import { Course } from './Course';
import { Share } from './Share';
import { useWhy } from './useWhy';
import { DIMENSIONS, listOf, points } from './words';
import css from './score.module.css';

/** The fields of one source, the worst first, each with why and the way to its rows. */
export function Fields({ feed }: { feed: FeedScore }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  return (
    <>
      <p className={css.facts}>
        {t('score.rows', {
          rows: format.full(feed.fields[0]?.counts.rows ?? 0),
          clean: format.full(feed.fields[0]?.counts.clean ?? 0),
        })}
        {feed.newestAt
          ? t('score.newest', { day: format.dayOf(feed.newestAt), n: feed.daysOld })
          : t('score.undated')}
        {feed.landedAt && t('score.landed', { when: format.moment(feed.landedAt) })}
      </p>
      <table className={css.fields}>
        <thead>
          <tr>
            <th>{t('field')}</th>
            <th>{t('score.score')}</th>
            {DIMENSIONS.slice(0, -1).map((dimension) => (
              <th key={dimension}>{t(`score.dimension.${dimension}`)}</th>
            ))}
            <th>{t('score.trend')}</th>
            <th>{t('why')}</th>
          </tr>
        </thead>
        <tbody>
          {feed.fields.map((field) => (
            <Field key={field.field} feed={feed} field={field} />
          ))}
        </tbody>
      </table>
    </>
  );
}

function Field({ feed, field }: { feed: FeedScore; field: FieldScore }) {
  const { t } = useTranslation('quality');
  const { fieldName, why } = useWhy();
  const format = useFormat();
  const rows = listOf(feed, field);
  const [most] = field.reasons;
  const { given } = field;
  const { completeness } = field.shares;
  const moved =
    given !== undefined && completeness !== undefined && Math.abs(given - completeness) >= 0.001;
  return (
    <tr>
      <th scope="row">{fieldName(field.field)}</th>
      <td className={css.score} data-label={t('score.score')}>
        {field.score === undefined ? '—' : points(field.score)}
      </td>
      {DIMENSIONS.slice(0, -1).map((dimension) => (
        <Share
          key={dimension}
          shares={field.shares}
          dimension={dimension}
          note={
            dimension === 'completeness' && moved
              ? t('score.given', { share: format.percent(given) })
              : undefined
          }
        />
      ))}
      <td
        className={css.trend}
        data-label={t('score.trend')}
        data-measured={field.trend.length > 1}
      >
        <Course trend={field.trend} />
      </td>
      <td className={css.whyCell}>
        {why(field)}
        {most && (
          <small>
            {t('score.most', { reason: most.message, n: format.full(most.rows) })}
            {rows && (
              <Link className={css.screenOnly} to={rows}>
                {t('score.seeRows')}
              </Link>
            )}
          </small>
        )}
      </td>
    </tr>
  );
}
