import { useCallback } from 'react';
import type { Report } from '#api';
import { Chart, concentration, rhythm, type Drawing } from '#charts';
import { useFormat, useTranslation } from '#shell';
import css from './report.module.css';
import { useValueName } from './names';

/** How much hangs on the best buyers. */
export function Concentration({ report }: { report: Report }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const { points, eighty, buyers } = report.concentration;
  const draw = useCallback<Drawing>((pen) => concentration(points, pen), [points]);
  if (eighty === undefined) return <p className={css.none}>{format.tooFew(buyers)}</p>;
  return (
    <Chart
      title={t('report.concentration', { share: format.percent(eighty) })}
      note={t('report.concentrationNote')}
      draw={draw}
      height={260}
      table={{
        columns: [
          { name: t('report.best'), type: 'text' },
          { name: t('report.ofRevenue'), type: 'number' },
        ],
        rows: points.map((share, i) => [
          format.percent((i + 1) / points.length),
          format.percent(share),
        ]),
      }}
    />
  );
}

/** The eight groups of RFM with what they bought. */
export function Groups({ report }: { report: Report }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const name = useValueName();
  const all = report.rfm.reduce((sum, one) => sum + one.customers, 0);
  const money = report.rfm.reduce((sum, one) => sum + one.revenue, 0);
  // The longest bar is whole, as in the other tables of the report.
  const most = Math.max(...report.rfm.map((one) => one.customers));
  if (all === 0) return <p className={css.none}>{t('report.noRfm')}</p>;
  return (
    <section className={css.division}>
      <h3>{t('report.rfm')}</h3>
      <table className={css.shares}>
        <thead>
          <tr>
            <th scope="col">{t('report.value')}</th>
            <th scope="col">{t('report.share')}</th>
            <th scope="col">{t('report.ofRevenue')}</th>
          </tr>
        </thead>
        <tbody>
          {report.rfm.map((one) => (
            <tr key={one.code}>
              <th scope="row">{name('rfm', one.code)}</th>
              <td title={format.full(one.customers)}>
                <span className={css.bar}>
                  <i style={{ width: `${(100 * one.customers) / most}%` }} />
                </span>
                <span className={css.figure}>{format.percent(one.customers / all)}</span>
              </td>
              <td className={css.figure}>
                {money > 0 ? format.percent(one.revenue / money) : format.percent(null)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** When they buy: hour by weekday. */
export function Hours({ report }: { report: Report }) {
  const { t } = useTranslation('dashboard');
  const cells = report.rhythm;
  const draw = useCallback<Drawing>((pen) => rhythm(cells, pen), [cells]);
  const peak = cells.toSorted((a, b) => b.orders - a.orders)[0];
  if (!peak) return <p className={css.none}>{t('report.noOrders')}</p>;
  return (
    <Chart
      title={t('report.peak', {
        day: t(`report.weekday.${peak.weekday}`),
        from: peak.hour,
        until: peak.hour + 1,
      })}
      note={t('report.peakNote')}
      draw={draw}
      height={230}
      table={{
        columns: [
          { name: t('report.day'), type: 'text' },
          { name: t('report.hour'), type: 'number' },
          { name: t('report.orders'), type: 'number' },
        ],
        rows: cells.map((cell) => [t(`report.weekday.${cell.weekday}`), cell.hour, cell.orders]),
      }}
    />
  );
}
