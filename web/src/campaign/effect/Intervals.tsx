import { useCallback } from 'react';
import type { Effect, Interval, Table } from '#api';
import { Chart, interval, type Drawing, type Unit } from '#charts';
import { Panel, useTranslation } from '#shell';
import css from '../campaign.module.css';

/** The differences as far as they can be known: a dot, its interval, and the line of no effect. */
export function Intervals({ effect }: { effect: Effect }) {
  const { t } = useTranslation('campaign');
  return (
    <div className={css.pair}>
      {effect.conversion && (
        <Panel>
          <IntervalChart
            effect={effect}
            title={t('chart.points')}
            note={t('chart.pointsNote')}
            name={t('chart.difference')}
            span={effect.conversion.absolute}
            unit="points"
          />
        </Panel>
      )}
      {effect.revenue && (
        <Panel>
          <IntervalChart
            effect={effect}
            title={t('chart.total')}
            note={t('chart.totalNote')}
            name={t('chart.difference')}
            span={effect.revenue.total}
            unit="money"
          />
        </Panel>
      )}
    </div>
  );
}

interface Props {
  effect: Effect;
  title: string;
  note: string;
  name: string;
  span: Interval;
  unit: Unit;
}

function IntervalChart({ effect, title, note, name, span, unit }: Props) {
  const draw = useCallback<Drawing>(
    (pen) => interval([{ name, interval: span }], pen, unit),
    [name, span, unit],
  );
  const table: Table = {
    columns: ['low', 'estimate', 'high', 'level'].map((column) => ({ name: column, type: 'real' })),
    rows: [[span.low, span.estimate, span.high, span.level]],
  };
  const { t } = useTranslation('campaign');
  return (
    <Chart
      title={title}
      note={note}
      draw={draw}
      table={table}
      height={110}
      columnTitle={(column) => t(`interval.${column}`)}
      how={{ sql: effect.sql, asOf: effect.asOf }}
    />
  );
}
