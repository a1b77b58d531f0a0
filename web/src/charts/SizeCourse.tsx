import { useCallback, type ReactNode } from 'react';
import { useTranslation } from '#shell';
import { Chart } from './Chart';
import { history, type HistoryDay } from './history';
import type { Drawing } from './pen';

interface Props {
  title: string;
  days: readonly Required<HistoryDay>[];
  words: { size: string; entered: string; left: string };
  /** Whose course it is, where the title does not say. */
  name?: string;
  note?: string;
  extra?: ReactNode;
}

/** How many there were day by day, drawn, and as a table with those who came and went. */
export function SizeCourse({ title, days, words, name = words.size, note, extra }: Props) {
  const { t } = useTranslation('charts');
  const draw = useCallback<Drawing>((pen) => history(days, pen, name), [days, name]);
  const titles: Record<string, string> = { day: t('day'), ...words };
  return (
    <Chart
      title={title}
      note={note}
      height={220}
      draw={draw}
      extra={extra}
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
