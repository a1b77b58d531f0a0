import type { Campaign, Effect } from '#api';
import { useFormat, useTranslation } from '#shell';
import css from '../campaign.module.css';
import { armOf, type Headline } from '../headline';

interface Props {
  campaign: Campaign;
  effect: Effect;
  said: Headline;
}

/** The finding in one sentence, and in a second one how sure it is. */
export function Verdict({ campaign, effect, said }: Props) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  if (said.kind === 'waiting') return null;
  if (said.kind !== 'measured')
    return (
      <header className={css.finding} data-sign={said.kind === 'broken' ? 'broken' : 'unclear'}>
        <h2>{t(`verdict.${said.kind}`)}</h2>
        <p>
          {t(`verdict.${said.kind}Text`, {
            n: said.kind === 'thin' ? format.full(said.n) : '',
            planned: format.percent((campaign.controlPerMille ?? 0) / 1000),
            found: format.percent(controlShare(effect)),
          })}
        </p>
      </header>
    );
  const bare = (share: number) => format.points(Math.abs(share)).replace('+', '');
  const points = bare(said.points.estimate);
  const level = format.percent(said.points.level).replace('.0', '');
  const [low, high] = [format.points(said.points.low), format.points(said.points.high)];
  const found = effect.window?.open
    ? `${said.sign}SoFar`
    : said.drawn
      ? said.sign
      : `${said.sign}Seen`;
  const key = said.sign === 'unclear' ? 'unclear' : found;
  return (
    <header className={css.finding} data-sign={said.sign}>
      <h2>{t(`verdict.${key}`, { points })}</h2>
      <p>{t(said.sign === 'unclear' ? 'verdict.range0' : 'verdict.range', { level, low, high })}</p>
      {!effect.srm && <p>{t('verdict.seen')}</p>}
    </header>
  );
}

/** Of all who are counted, the share that was held back. */
function controlShare(effect: Effect): number {
  const people = effect.arms.reduce((sum, arm) => sum + arm.people, 0);
  return people === 0 ? 0 : (armOf(effect, 'control')?.people ?? 0) / people;
}
