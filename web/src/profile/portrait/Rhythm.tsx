import { useCallback } from 'react';
import type { Customer, RhythmCell } from '#api';
import { Chart, rhythm } from '#charts';
import { Await, useFormat, useTranslation } from '#shell';
import { useRhythm } from '../api';
import { Blank } from './Chapter';
import { peakOf } from './peak';

/** With fewer orders a favourite hour is chance. */
const ENOUGH = 5;

/** At which hour of which weekday this customer buys. */
export function Rhythm({ customer }: { customer: Customer }) {
  const { t } = useTranslation('profile');
  const query = useRhythm(customer.id);
  return (
    <Await query={query}>
      {(cells) =>
        cells.length === 0 ? <Blank>{t('rhythm.none')}</Blank> : <Hours cells={cells} />
      }
    </Await>
  );
}

function Hours({ cells }: { cells: RhythmCell[] }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const draw = useCallback<Parameters<typeof Chart>[0]['draw']>(
    (pen) => rhythm(cells, pen),
    [cells],
  );
  const { peak, orders } = peakOf(cells);
  const enough = orders >= ENOUGH;
  return (
    <Chart
      title={
        enough && peak
          ? t('rhythm.peak', {
              weekday: t(`weekday.${peak.weekday}`),
              from: peak.hour,
              until: peak.hour + 1,
            })
          : t('rhythm.title')
      }
      note={enough ? t('rhythm.note', { n: format.full(orders) }) : format.tooFew(orders)}
      height={220}
      draw={draw}
      table={{
        columns: ['weekday', 'hour', 'orders'].map((name) => ({ name, type: 'WHOLE' })),
        rows: cells.map((cell) => [cell.weekday, cell.hour, cell.orders]),
      }}
      columnTitle={(column) => t(`column.${column}`)}
      write={(column, value) => (column === 'weekday' ? t(`weekday.${String(value)}`) : undefined)}
    />
  );
}
