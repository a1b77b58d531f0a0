import { useCallback } from 'react';
import type { SegmentDay, SegmentView } from '#api';
import { Chart, history } from '#charts';
import { Await, Panel, useFormat, useTranslation } from '#shell';
import { useSegmentHistory } from './api';
import css from './segment.module.css';

/** The size day by day, with how many came and went. */
export function SizeHistory({ segment }: { segment: SegmentView }) {
  const query = useSegmentHistory(segment.id);
  return (
    <Panel>
      <Await query={query}>{(days) => <Days days={days} />}</Await>
    </Panel>
  );
}

function Days({ days }: { days: SegmentDay[] }) {
  const { t } = useTranslation('segment');
  const format = useFormat();
  const name = t('column.size');
  const draw = useCallback<Parameters<typeof Chart>[0]['draw']>(
    (pen) => history(days, pen, name),
    [days, name],
  );
  const latest = days.at(-1);
  if (!latest) return <p className={css.quiet}>{t('history.none')}</p>;
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
          { name: 'size', type: 'WHOLE' },
          { name: 'entered', type: 'WHOLE' },
          { name: 'left', type: 'WHOLE' },
        ],
        rows: days.map((one) => [one.day, one.size, one.entered, one.left]),
      }}
      columnTitle={(column) => t(`column.${column}`)}
    />
  );
}
