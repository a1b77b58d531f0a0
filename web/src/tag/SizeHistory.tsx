import { useCallback } from 'react';
import type { TagDay, TagView } from '#api';
import { Chart, history, type Drawing } from '#charts';
import { Await, Panel, useFormat, useTranslation } from '#shell';
import { useTagHistory } from './api';
import css from './tag.module.css';

/** The holders day by day, with how many came and went. */
export function SizeHistory({ tag }: { tag: TagView }) {
  const query = useTagHistory(tag.id);
  return (
    <Panel>
      <Await query={query}>{(days) => <Days days={days} />}</Await>
    </Panel>
  );
}

function Days({ days }: { days: TagDay[] }) {
  const { t } = useTranslation('tag');
  const format = useFormat();
  const name = t('column.holders');
  const draw = useCallback<Drawing>(
    (pen) =>
      history(
        days.map(({ holders, ...day }) => ({ ...day, size: holders })),
        pen,
        name,
      ),
    [days, name],
  );
  const latest = days.at(-1);
  if (!latest) return null;
  const note = t('history.latest', {
    day: format.day(latest.day),
    entered: format.full(latest.entered),
    left: format.full(latest.left),
  });
  // Counted once there is no course to draw yet.
  if (days.length === 1)
    return (
      <>
        <h2 className={css.once}>{t('history.title')}</h2>
        <p className={css.quiet}>
          {note} · {t('history.once')}
        </p>
      </>
    );
  return (
    <Chart
      title={t('history.title')}
      note={note}
      height={220}
      draw={draw}
      table={{
        columns: [
          { name: 'day', type: 'DAY' },
          { name: 'holders', type: 'WHOLE' },
          { name: 'entered', type: 'WHOLE' },
          { name: 'left', type: 'WHOLE' },
        ],
        rows: days.map((one) => [one.day, one.holders, one.entered, one.left]),
      }}
      columnTitle={(column) => t(`column.${column}`)}
    />
  );
}
