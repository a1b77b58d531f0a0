import { useCallback } from 'react';
import { useFormat, useTranslation } from '#shell';
import { Chart } from './Chart';
import css from './chart.module.css';
import { history, type HistoryDay } from './history';
import type { Drawing } from './pen';

/** What the folder that keeps the people calls them, and their coming and going. */
export interface SizeWords {
  title: string;
  size: string;
  entered: string;
  left: string;
  latest: (at: { day: string; entered: string; left: string }) => string;
}

interface Props {
  days: readonly Required<HistoryDay>[];
  words: SizeWords;
}

/** How many a tag or a segment held day by day, with how many came and went. */
export function SizeHistory({ days, words }: Props) {
  const { t } = useTranslation('charts');
  const format = useFormat();
  const draw = useCallback<Drawing>((pen) => history(days, pen, words.size), [days, words.size]);
  const latest = days.at(-1);
  if (!latest) return null;
  const note = words.latest({
    day: format.day(latest.day),
    entered: format.full(latest.entered),
    left: format.full(latest.left),
  });
  // Counted once there is no course to draw yet.
  if (days.length === 1)
    return (
      <div className={css.once}>
        <h2>{words.title}</h2>
        <p>
          {note} · {t('countedOnce')}
        </p>
      </div>
    );
  const titles: Record<string, string> = {
    day: t('day'),
    size: words.size,
    entered: words.entered,
    left: words.left,
  };
  return (
    <Chart
      title={words.title}
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
      columnTitle={(column) => titles[column] ?? column}
    />
  );
}
