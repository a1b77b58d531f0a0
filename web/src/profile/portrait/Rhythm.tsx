import { Segmented } from 'antd';
import { useCallback, useState } from 'react';
import type { Customer, RhythmCell } from '#api';
import { Chart, rhythm } from '#charts';
import { Await, useFormat, useTranslation } from '#shell';
import { useRhythm } from '../api';
import { Blank } from './Chapter';
import { peakOf } from './peak';

/** With fewer orders a favourite hour is chance. */
const ENOUGH = 5;

type Counted = 'orders' | 'deeds';

/** At which hour of which weekday this customer buys, and looks around. */
export function Rhythm({ customer }: { customer: Customer }) {
  const { t } = useTranslation('profile');
  const query = useRhythm(customer.id);
  return (
    <Await query={query}>
      {(cells) => (cells.length === 0 ? <Blank>{t('rhythm.none')}</Blank> : <Week all={cells} />)}
    </Await>
  );
}

function Week({ all }: { all: RhythmCell[] }) {
  const { t } = useTranslation('profile');
  const there = (['orders', 'deeds'] as const).filter((one) => all.some((cell) => cell[one] > 0));
  const [wanted, setWanted] = useState<Counted>('orders');
  const counted = there.includes(wanted) ? wanted : (there[0] ?? 'orders');
  return (
    <>
      {there.length > 1 && (
        <Segmented<Counted>
          value={counted}
          aria-label={t('rhythm.of')}
          options={there.map((one) => ({ value: one, label: t(`rhythm.counted.${one}`) }))}
          onChange={setWanted}
        />
      )}
      <Hours
        key={counted}
        counted={counted}
        cells={all
          .filter((cell) => cell[counted] > 0)
          .map((cell) => ({ ...cell, orders: cell[counted] }))}
      />
    </>
  );
}

function Hours({ cells, counted }: { cells: RhythmCell[]; counted: Counted }) {
  const { t } = useTranslation('profile');
  const format = useFormat();
  const draw = useCallback<Parameters<typeof Chart>[0]['draw']>(
    (pen) => rhythm(cells, pen, counted),
    [cells, counted],
  );
  const { peak, orders } = peakOf(cells);
  const enough = orders >= ENOUGH;
  return (
    <Chart
      title={
        enough && peak
          ? t(`rhythm.peak.${counted}`, {
              weekday: t(`weekday.${peak.weekday}`),
              from: peak.hour,
              until: peak.hour + 1,
            })
          : t(`rhythm.title.${counted}`)
      }
      note={
        enough ? t(`rhythm.note.${counted}`, { n: format.full(orders) }) : format.tooFew(orders)
      }
      height={220}
      draw={draw}
      table={{
        columns: ['weekday', 'hour', 'orders'].map((name) => ({ name, type: 'WHOLE' })),
        rows: cells.map((cell) => [cell.weekday, cell.hour, cell.orders]),
      }}
      columnTitle={(column) => t(`column.${column === 'orders' ? counted : column}`)}
      write={(column, value) => (column === 'weekday' ? t(`weekday.${String(value)}`) : undefined)}
    />
  );
}
