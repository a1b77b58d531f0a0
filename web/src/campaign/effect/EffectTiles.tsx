import type { Effect, Interval } from '#api';
import { Tile, Tiles, useFormat, useTranslation } from '#shell';
import css from '../campaign.module.css';
import { armOf, type Headline } from '../headline';

/** The figures of the finding, each with its interval; too few buyers show no figure. */
export function EffectTiles({ effect, said }: { effect: Effect; said: Headline }) {
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
        <Tile
          label={t('tile.cost')}
          value={format.money(effect.cost)}
          title={format.moneyFull(effect.cost)}
        />
      </Tiles>
    );
  const few = said.kind === 'thin' ? format.tooFew(said.n) : null;
  const range = (span: Interval, write: (n: number) => string) =>
    t('tile.range', {
      level: format.percent(span.level).replace('.0', ''),
      low: write(span.low),
      high: write(span.high),
    });
  const signed = (share: number) => format.change(share).replace('%', '');
  const tile = (label: string, span: Interval | null | undefined, write: (n: number) => string) =>
    few || !span ? (
      <Tile label={label} value={few ? <span className={css.few}>{few}</span> : '—'} />
    ) : (
      <Tile label={label} value={write(span.estimate)} note={range(span, write)} />
    );
  return (
    <Tiles>
      {few || !effect.conversion ? (
        tile(t('tile.points'), null, format.points)
      ) : (
        <Tile
          label={t('tile.points')}
          value={
            <>
              {signed(effect.conversion.absolute.estimate)}{' '}
              <span className={css.unit}>{t('tile.pointsUnit')}</span>
            </>
          }
          note={range(effect.conversion.absolute, signed)}
        />
      )}
      {tile(t('tile.relative'), effect.conversion?.relative, format.change)}
      {tile(t('tile.perHead'), effect.revenue?.perHead, format.money)}
      {tile(t('tile.total'), effect.revenue?.total, (n) => format.money(Math.round(n)))}
      <Tile
        label={t('tile.cost')}
        value={format.money(effect.cost)}
        title={format.moneyFull(effect.cost)}
      />
      {effect.roi || few ? (
        tile(t('tile.roi'), effect.roi, (n) => format.decimal(n))
      ) : (
        <Tile label={t('tile.roi')} value="—" note={t('tile.noCost')} />
      )}
    </Tiles>
  );
}
