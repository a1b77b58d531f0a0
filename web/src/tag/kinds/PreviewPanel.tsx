import type { TagRule } from '#api';
import { ErrorState, Loading, useFormat, useLabel, useSession, useTranslation } from '#shell';
import { usePreview } from '../api';
import css from './kinds.module.css';
import { Stages } from './Stages';

/** Who would hold the tag if it were saved now. */
export function PreviewPanel({ rule }: { rule: TagRule | null }) {
  const { t } = useTranslation('tag');
  const format = useFormat();
  const label = useLabel();
  const { everybody } = useSession();
  // A life cycle holds everybody against everybody: from a part it would draw other lines.
  const comparesAll = rule?.type === 'lifecycle' && !everybody;
  const query = usePreview(comparesAll ? null : rule);
  if (rule === null) return <div className={css.panel}>{t('preview.unfinished')}</div>;
  if (comparesAll) return <div className={css.panel}>{t('preview.comparesAll')}</div>;
  if (query.error)
    return (
      <div className={css.panel}>
        <ErrorState error={query.error} retry={() => void query.refetch()} />
      </div>
    );
  if (!query.data)
    return (
      <div className={css.panel}>
        <Loading rows={4} />
      </div>
    );
  const { holders, customers, coverage, values, asOf } = query.data;
  return (
    <div className={css.panel} aria-busy={query.isFetching}>
      <div className={css.small}>{t('preview.title')}</div>
      <div className={css.big} data-stale={query.isPlaceholderData}>
        <strong>{format.full(holders)}</strong>
        <span>{t('preview.people')}</span>
        <span>{format.percent(coverage)}</span>
      </div>
      <div className={css.small}>
        {t(everybody ? 'preview.of' : 'preview.ofSight', {
          n: format.full(customers),
          day: format.day(asOf),
        })}
      </div>
      {rule.type === 'lifecycle' ? (
        <Stages values={values} />
      ) : (
        <ul className={css.tops}>
          {values.slice(0, 12).map((one) => (
            <li key={String(one.value)}>
              <span>{label(one.label)}</span>
              <span className={css.count}>{format.full(one.customers)}</span>
              <span className={css.percent}>
                {format.percent(holders > 0 ? one.customers / holders : null)}
              </span>
            </li>
          ))}
          {rule.type === 'preference' && (rule.most ?? 1) > 1 && (
            <li className={css.small}>{t('values.several')}</li>
          )}
          {values.length > 12 && (
            <li className={css.small}>{t('preview.more', { n: values.length - 12 })}</li>
          )}
        </ul>
      )}
    </div>
  );
}
