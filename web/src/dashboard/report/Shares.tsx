import type { Division } from '#api';
import { useFormat, useTranslation } from '#shell';
import css from './report.module.css';
import { useValueName } from './names';

interface Props {
  division: Division;
  /** What is counted where a value is bought, such as a product: who bought it. */
  most?: number;
  empty: string;
}

/** Values of one thing, each with its share as a bar and, of some, its TGI against all. */
export function Shares({ division, most = 6, empty }: Props) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const name = useValueName();
  const shown = division.shares.slice(0, most);
  const widest = Math.max(...shown.map((one) => one.share), 0.0001);
  const compares = shown.some((one) => one.tgi !== undefined);
  const sells = shown.some((one) => one.revenue !== undefined);
  const total = division.known + division.unknown;
  return (
    <section className={css.division}>
      <h3>{t(`report.division.${division.id}`)}</h3>
      {shown.length === 0 ? (
        <p className={css.none}>{empty}</p>
      ) : (
        <table className={css.shares}>
          <thead>
            <tr>
              <th scope="col">{t('report.value')}</th>
              <th scope="col">{t('report.share')}</th>
              {sells && <th scope="col">{t('report.money')}</th>}
              {compares && (
                <th scope="col" title={t('report.tgiMeaning')}>
                  TGI
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.value}>
                <th scope="row" title={name(division.id, one.value)}>
                  {name(division.id, one.value)}
                </th>
                <td
                  title={t('report.people', {
                    n: format.full(one.customers),
                  })}
                >
                  <span className={css.bar}>
                    <i style={{ width: `${(100 * one.share) / widest}%` }} />
                  </span>
                  <span className={css.figure}>{format.percent(one.share)}</span>
                </td>
                {sells && <td className={css.figure}>{format.money(one.revenue)}</td>}
                {compares && (
                  <td className={css.tgi} data-differs={one.differs}>
                    {one.tgi === undefined ? '—' : Math.round(one.tgi)}
                    {one.differs && one.tgi !== undefined && (one.tgi > 100 ? ' ↑' : ' ↓')}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {division.unknown > 0 && shown.length > 0 && (
        <p className={css.note}>
          {t(sells ? 'report.notBought' : 'report.unknown', {
            n: format.full(division.unknown),
            share: format.percent(division.unknown / total),
          })}
        </p>
      )}
    </section>
  );
}
