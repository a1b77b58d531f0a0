import type { ReactNode } from 'react';
import type { Sides } from '#api';
import { useTranslation } from '#shell';
import css from './score.module.css';
import { DIMENSIONS, exactly } from './words';

interface Row {
  key: string;
  name: ReactNode;
  sides: Sides;
}

/** What each is worth on both sides of cleaning, dimension by dimension. */
export function SideTable({
  first,
  label,
  rows,
  timely = true,
}: {
  first: string;
  label: string;
  rows: Row[];
  /** Only feeds are recent or old, and cleaning makes them no younger. */
  timely?: boolean;
}) {
  const { t } = useTranslation('quality');
  const dimensions = timely ? DIMENSIONS : DIMENSIONS.slice(0, -1);
  return (
    <table className={css.heat} aria-label={label}>
      <thead>
        <tr>
          <th>{first}</th>
          <th>{t('sides.all')}</th>
          {dimensions.map((dimension) => (
            <th key={dimension}>{t(`score.dimension.${dimension}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, name, sides }) => (
          <tr key={key} className={css.feed}>
            <th scope="row">{name}</th>
            <Both
              label={t('sides.all')}
              before={sides.scoreBefore}
              after={sides.scoreAfter}
              strong
            />
            {dimensions.map((dimension) => (
              <Both
                key={dimension}
                label={t(`score.dimension.${dimension}`)}
                before={sides.before[dimension]}
                after={sides.after[dimension]}
              />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** One figure where cleaning has changed nothing. */
function Both({
  label,
  before,
  after,
  strong = false,
}: {
  label: string;
  before: number | undefined;
  after: number | undefined;
  strong?: boolean;
}) {
  const { t } = useTranslation('quality');
  const was = before === undefined ? undefined : exactly(before);
  const is = after === undefined ? undefined : exactly(after);
  const measured = was !== undefined || is !== undefined;
  return (
    <td
      className={`${css.both} ${strong ? css.score : ''}`}
      data-label={label}
      data-measured={measured}
      data-better={before !== undefined && after !== undefined && after - before >= 0.0005}
    >
      {!measured
        ? '—'
        : was === is
          ? was
          : t('score.moved', { before: was ?? '—', now: is ?? '—' })}
    </td>
  );
}
