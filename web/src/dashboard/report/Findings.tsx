import type { Report } from '#api';
import { Change, Figure, Tile, Tiles, useFormat, useTranslation } from '#shell';
import css from './report.module.css';
import { useValueName } from './names';

const changeOf = (now: number | undefined, before: number | undefined): number | null =>
  now === undefined || before === undefined || before <= 0 ? null : now / before - 1;

/** The figures of the year beside those of the year before. */
export function Headline({ report }: { report: Report }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const { worth, before, heads, comparable } = report;
  const beside = (now?: number, then?: number) => {
    const change = comparable ? changeOf(now, then) : null;
    return change === null ? (
      t('report.noBefore')
    ) : (
      <>
        {t('report.before')} <Change share={change} />
      </>
    );
  };
  return (
    <Tiles>
      <Tile
        label={t('report.tile.customers')}
        value={<Figure value={heads.customers} />}
        note={t('report.tile.buyers', {
          share: format.percent(ratio(heads.buyers, heads.customers)),
        })}
      />
      <Tile
        label={t('report.tile.revenue')}
        value={<Figure value={worth.revenue} as="money" />}
        note={beside(worth.revenue, before.revenue)}
      />
      <Tile
        label={t('report.tile.active')}
        value={<Figure value={worth.buyers} />}
        note={beside(worth.buyers, before.buyers)}
      />
      <Tile
        label={t('report.tile.perBuyer')}
        value={format.money(worth.perBuyer)}
        title={format.moneyFull(worth.perBuyer)}
        note={beside(worth.perBuyer, before.perBuyer)}
      />
      <Tile
        label={t('report.tile.repurchase')}
        value={format.percent(worth.repurchase)}
        note={
          !comparable || worth.repurchase === undefined || before.repurchase === undefined
            ? t('report.noBefore')
            : `${t('report.before')} ${format.points(worth.repurchase - before.repurchase)}`
        }
      />
    </Tiles>
  );
}

const ratio = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

/** The report in a few sentences, each only where there is something to say. */
export function Findings({ report }: { report: Report }) {
  const { t } = useTranslation('dashboard');
  const format = useFormat();
  const name = useValueName();
  const { worth, heads, concentration, interval } = report;
  const top = (id: string) => {
    const division = report.divisions.find((one) => one.id === id);
    const first = division?.shares.toSorted((a, b) => b.share - a.share)[0];
    return division && first
      ? { what: name(id, first.value), share: format.percent(first.share) }
      : null;
  };
  const [age, province, category, best] = [
    top('age'),
    top('province'),
    top('category'),
    report.opportunities.find((one) => one.stake),
  ];
  const sentences = [
    heads.customers < heads.of &&
      t('report.finding.part', { share: format.percent(ratio(heads.customers, heads.of)) }),
    worth.buyers > 0 &&
      t('report.finding.worth', {
        buyers: format.full(worth.buyers),
        revenue: format.money(worth.revenue),
        order: format.money(worth.perOrder),
      }),
    age && t('report.finding.age', age),
    province && t('report.finding.province', province),
    concentration.eighty !== undefined &&
      t('report.finding.eighty', { share: format.percent(concentration.eighty) }),
    category && t('report.finding.category', category),
    interval.median !== undefined &&
      t('report.finding.interval', { median: interval.median, late: interval.late }),
    best &&
      t('report.finding.best', {
        what: t(`report.action.${best.rule.id}.title`, {
          bought: best.rule.affinity?.bought,
          missing: best.rule.affinity?.missing,
        }),
        heads: format.full(best.heads),
        money: format.money(best.stake?.money),
      }),
  ].filter((one): one is string => typeof one === 'string');
  return (
    <ul className={css.findings}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}
