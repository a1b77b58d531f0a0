import { Button } from 'antd';
import { useState } from 'react';
import { isStatus, type Condition } from '#api';
import { HowDrawer } from '#charts';
import { ErrorState, Figure, Loading, useFormat, useSession, useTranslation } from '#shell';
import { useCount } from '../api';
import css from './builder.module.css';
import { Parts } from './Parts';

/** From this share on a condition hardly tells anybody apart. */
const NEARLY_ALL = 0.98;

const isNarrowed = (condition?: Condition): boolean =>
  condition !== undefined && !(condition.type === 'all' && condition.of.length === 0);

/** How many customers meet the condition now, which share that is, and how long the counting took. */
export function CountPanel({
  query,
  condition,
}: {
  query: ReturnType<typeof useCount>;
  /** What was counted; where it is of nobody, its parts say why. */
  condition?: Condition;
}) {
  const { t } = useTranslation('condition');
  const format = useFormat();
  const { everybody } = useSession();
  const [explained, setExplained] = useState(false);
  const { data, error, isFetching, isPlaceholderData } = query;
  // What is wrong with single rules is said beside them.
  if (error && !isStatus(error, 400) && !isStatus(error, 422))
    return (
      <div className={css.panel}>
        <ErrorState error={error} retry={() => void query.refetch()} />
      </div>
    );
  if (!data)
    return (
      <div className={css.panel}>
        {error ? <p className={css.fault}>{t('count.refused')}</p> : <Loading rows={2} />}
      </div>
    );
  const share = data.of > 0 ? data.fitting / data.of : null;
  const stale = (isFetching && isPlaceholderData) || error !== null;
  return (
    <div className={css.panel} aria-busy={isFetching}>
      <div className={css.countLabel}>{t('count.label')}</div>
      <div className={css.count} data-stale={stale}>
        <strong>{format.full(data.fitting)}</strong>
        <span>{t('count.people')}</span>
        <span>{format.percent(share)}</span>
      </div>
      <div className={css.share} aria-hidden>
        <span style={{ width: `${Math.min(100, (share ?? 0) * 100)}%` }} />
      </div>
      {data.count < data.fitting && (
        <p className={css.taken}>
          {t('count.taken', { fitting: format.full(data.fitting), n: format.full(data.count) })}
        </p>
      )}
      <div className={css.meta}>
        <span>
          {t(everybody ? 'count.of' : 'count.ofSight')} <Figure value={data.of} />
        </span>
        <span>{t('count.asOf', { day: format.day(data.asOf) })}</span>
        <span>{t('count.took', { time: format.duration(data.milliseconds) })}</span>
        <Button type="link" size="small" style={{ padding: 0 }} onClick={() => setExplained(true)}>
          {t('count.how')}
        </Button>
      </div>
      {!stale && data.fitting === 0 && data.of > 0 && condition && (
        <div className={css.hint}>
          <p>{t('count.nobody')}</p>
          <Parts condition={condition} />
        </div>
      )}
      {!stale && isNarrowed(condition) && share !== null && share >= NEARLY_ALL && (
        <p className={css.hint}>{t('count.nearlyAll')}</p>
      )}
      <HowDrawer how={data} open={explained} onClose={() => setExplained(false)} />
    </div>
  );
}
