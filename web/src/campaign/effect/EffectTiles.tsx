import type { ReactNode } from 'react';
import type { Campaign, Effect, Interval } from '#api';
import { Tile, Tiles, useFormat, useTranslation } from '#shell';
import css from '../campaign.module.css';
import { CostEdit } from '../cost/CostEdit';
import { CostSaid } from '../cost/CostPanel';
import { armOf, type Headline } from '../headline';

/** The figures of the finding, each with its interval; too few buyers show no figure. */
export function EffectTiles({
  campaign,
  effect,
  said,
}: {
  campaign: Campaign;
  effect: Effect;
  said: Headline;
}) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const treated = armOf(effect, 'treated');
  if (said.kind === 'alone')
    return (
      <Tiles>
        <Tile label={t('arms.people')} value={format.number(treated?.people)} />
        <Tile
          label={t('tile.bought')}
          value={format.number(treated?.converted)}
          note={t('tile.notCaused')}
        />
        <Tile
          label={t('tile.revenue')}
          value={format.money(treated?.revenue)}
          title={format.moneyFull(treated?.revenue)}
          note={t('tile.notCaused')}
        />
        <Cost campaign={campaign} cost={effect.cost} />
      </Tiles>
    );
  const few = said.kind === 'thin' ? format.tooFew(said.n) : null;
  const range = (level: number, low: string, high: string) =>
    t('tile.range', { level: format.percent(level).replace('.0', ''), low, high });
  const signed = (share: number) => format.change(share).replace('%', '');
  const figure = (
    key: string,
    span: Interval | null | undefined,
    parts: (span: Interval) => { low: string; estimate: ReactNode; high: string },
    none?: string,
  ) => {
    const label = t(`tile.${key}`);
    if (few || !span)
      return (
        <Tile
          key={key}
          label={label}
          value={few ? <span className={css.few}>{few}</span> : '—'}
          note={few ? undefined : none}
        />
      );
    const { low, estimate, high } = parts(span);
    return <Tile key={key} label={label} value={estimate} note={range(span.level, low, high)} />;
  };
  const each = (write: (n: number) => string) => (span: Interval) => ({
    low: write(span.low),
    estimate: write(span.estimate),
    high: write(span.high),
  });
  const points = figure('points', effect.conversion?.absolute, (span) => ({
    ...each(signed)(span),
    estimate: (
      <>
        {signed(span.estimate)} <span className={css.unit}>{t('tile.pointsUnit')}</span>
      </>
    ),
  }));
  const perHead = figure('perHead', effect.revenue?.perHead, format.moneyParts);
  const relative = figure('relative', effect.conversion?.relative, each(format.change));
  return (
    <Tiles>
      {effect.goal === 'REVENUE' ? [perHead, points] : [points, relative]}
      {figure(
        'buyers',
        effect.conversion?.buyers,
        each((n) => format.full(Math.round(n))),
      )}
      {figure('total', effect.revenue?.total, (span) =>
        format.moneyParts({
          low: Math.round(span.low),
          estimate: Math.round(span.estimate),
          high: Math.round(span.high),
        }),
      )}
      <Cost campaign={campaign} cost={effect.cost} note={t('tile.costNote')} />
      {effect.cost === undefined ? (
        // More buyers would not bring it: it is the cost that is lacking.
        <Tile label={t('tile.roi')} value="—" note={t('tile.noRoi')} />
      ) : (
        figure('roi', effect.roi, each(format.decimal), t('tile.noCost'))
      )}
    </Tiles>
  );
}

/** What was spent; where nobody has said what a message costs, nobody knows. */
function Cost({
  campaign,
  cost,
  note,
}: {
  campaign: Campaign;
  cost: number | undefined;
  note?: string;
}) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  return cost === undefined ? (
    <Tile
      label={t('tile.cost')}
      value={<span className={css.few}>{t('what.costUnsaid')}</span>}
      note={
        <span className={css.underCost}>
          {t('tile.unpricedNote')}
          <CostSaid campaign={campaign} />
          <CostEdit campaign={campaign} small />
        </span>
      }
    />
  ) : (
    <Tile
      label={t('tile.cost')}
      value={format.money(cost)}
      title={format.moneyFull(cost)}
      note={
        <span className={css.underCost}>
          {note}
          <CostSaid campaign={campaign} />
        </span>
      }
    />
  );
}
