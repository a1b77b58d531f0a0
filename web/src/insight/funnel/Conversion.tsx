import type { Answer } from '#api';
import { Figure, useFormat, useTranslation } from '#shell';
import { toNumber } from '#style';
import css from '../insight.module.css';

/** What a funnel comes to in a line: who came through, of how many, and how long they took. */
export function Conversion({ answer }: { answer: Answer }) {
  const { t } = useTranslation('insight');
  const format = useFormat();
  const first = answer.rows[0];
  const last = answer.rows.at(-1);
  if (!first || !last) return null;
  const at = (row: Answer['rows'][number], column: string): number | null => {
    const cell = row[answer.columns.findIndex((one) => one.name === column)];
    return typeof cell === 'boolean' ? null : toNumber(cell);
  };
  const hours = at(last, 'medianHours');
  return (
    <p className={css.standing}>
      <span className={css.standingWhen}>{t('conversion.overall')}</span>
      <strong>{format.percent(at(last, 'fromFirst'))}</strong>
      <span>
        <Figure value={at(last, 'customers')} /> / <Figure value={at(first, 'customers')} />{' '}
        {t('conversion.people')}
      </span>
      {hours !== null && (
        <span className={css.standingWhen}>
          {t('conversion.median', {
            time:
              hours < 48
                ? t('hours', { n: format.full(Math.round(hours * 10) / 10) })
                : t('days', { n: format.full(Math.round(hours / 2.4) / 10) }),
          })}
        </span>
      )}
    </p>
  );
}
