import { useCallback } from 'react';
import type { Effect, EffectDay, Table } from '#api';
import { Chart, course, type CourseLook, type Drawing } from '#charts';
import { Panel, useFormat, useTranslation } from '#shell';
import css from '../campaign.module.css';

/** Both groups day by day: alike before, apart afterwards; and how their buyers add up. */
export function Days({ effect }: { effect: Effect }) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const { balance, days } = effect;
  if (!days.some(({ nth }) => nth >= 0)) return null;
  return (
    <div className={css.pair}>
      <Panel>
        <DaysChart
          effect={effect}
          look="daily"
          title={t('days.daily')}
          note={t('days.dailyNote')}
        />
        {balance && (
          <p className={css.under}>
            {t(balance.alarm ? 'days.unbalanced' : 'days.balanced', {
              days: balance.days,
              treated: format.percent(balance.treated),
              control: format.percent(balance.control),
            })}
          </p>
        )}
      </Panel>
      <Panel>
        <DaysChart effect={effect} look="sum" title={t('days.sum')} note={t('days.sumNote')} />
        <p className={css.under}>{t('days.sumText')}</p>
      </Panel>
    </div>
  );
}

interface Props {
  effect: Effect;
  look: CourseLook['as'];
  title: string;
  note: string;
}

function DaysChart({ effect, look, title, note }: Props) {
  const { t } = useTranslation('campaign');
  const { days } = effect;
  const draw = useCallback<Drawing>(
    (pen) =>
      course(days, pen, {
        as: look,
        treated: t('arm.treated'),
        control: t('arm.control'),
        sent: t('days.sent'),
        day: (nth) => (nth < 0 ? t('days.before', { n: -nth }) : t('days.after', { n: nth + 1 })),
      }),
    [days, look, t],
  );
  return (
    <Chart
      title={title}
      note={note}
      draw={draw}
      table={tableOf(days, look)}
      height={220}
      columnTitle={(column) => t(`days.column.${column}`)}
      how={{ sql: effect.sql, asOf: effect.asOf }}
    />
  );
}

/** The figures of a chart, to be read and taken out. */
function tableOf(days: EffectDay[], look: CourseLook['as']): Table {
  const daily = look === 'daily';
  const shown = daily ? days : days.filter(({ nth }) => nth >= 0);
  return {
    columns: ['nth', 'treated', 'control'].map((name) => ({
      name,
      type: name === 'nth' ? 'whole' : 'real',
    })),
    rows: shown.map(({ nth, treated, control }) => [
      nth < 0 ? nth : nth + 1,
      daily ? treated.ordersPerThousand : treated.converted,
      control ? (daily ? control.ordersPerThousand : control.converted) : null,
    ]),
  };
}
