import type { QualityPoint } from '#api';
import { Spark } from '#charts';
import { useFormat, useTranslation } from '#shell';
import { exactly, moved } from './words';
import css from './score.module.css';

/** So many records can be read in one hint. */
const READABLE = 8;

/**
 * How a score went: as a line, the last change in points beside it, and each record with its moment
 * in the hint.
 */
export function Course({ trend }: { trend: QualityPoint[] }) {
  const { t } = useTranslation('quality');
  const format = useFormat();
  const change = moved(trend);
  const records = trend
    .slice(-READABLE)
    .map(({ measuredAt, score }) =>
      t('score.record', { when: format.moment(measuredAt), score: exactly(score) }),
    );
  return (
    <span className={css.line}>
      {change && (
        <small>
          {t('score.moved', { before: exactly(change.before), now: exactly(change.now) })}
        </small>
      )}
      <Spark
        shares={trend.map(({ score }) => score)}
        label={[t('score.course', { n: trend.length }), ...records].join('\n')}
      />
    </span>
  );
}
