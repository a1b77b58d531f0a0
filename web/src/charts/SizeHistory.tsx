import { useFormat, useTranslation } from '#shell';
import css from './chart.module.css';
import type { HistoryDay } from './history';
import { SizeCourse } from './SizeCourse';

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
  const latest = days.at(-1);
  if (!latest) return null;
  const { title, size, entered, left } = words;
  const note = words.latest({
    day: format.day(latest.day),
    entered: format.full(latest.entered),
    left: format.full(latest.left),
  });
  // Counted once there is no course to draw yet.
  if (days.length === 1)
    return (
      <div className={css.once}>
        <h2>{title}</h2>
        <p>
          {note} · {t('countedOnce')}
        </p>
      </div>
    );
  return <SizeCourse title={title} note={note} days={days} words={{ size, entered, left }} />;
}
