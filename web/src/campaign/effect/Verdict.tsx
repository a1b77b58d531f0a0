import type { Campaign, Effect } from '#api';
import { useFormat, useTranslation } from '#shell';
import css from '../campaign.module.css';
import { armOf, type Headline } from '../headline';
import { useWorth } from '../useWorth';

interface Props {
  campaign: Campaign;
  effect: Effect;
  said: Headline;
}

/** The finding in one sentence, then how sure it is, and what the campaign could have seen at all. */
export function Verdict({ campaign, effect, said }: Props) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  if (said.kind === 'waiting') return null;
  if (said.kind === 'measured') return <Measured effect={effect} said={said} />;
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
      {said.kind === 'thin' && <Recalled effect={effect} />}
    </header>
  );
}

function Measured({
  effect,
  said,
}: {
  effect: Effect;
  said: Extract<Headline, { kind: 'measured' }>;
}) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const { lift, name } = useWorth(said.goal);
  const { span, sign } = said;
  const level = format.percent(span.level).replace('.0', '');
  const bound = (value: number) => (value < 0 ? '\u2212' : '+') + lift(Math.abs(value));
  const found = effect.window?.open ? `${sign}SoFar` : said.drawn ? sign : `${sign}Seen`;
  const { buyers } = effect.conversion ?? {};
  const { total } = effect.revenue ?? {};
  return (
    <header className={css.finding} data-sign={sign}>
      <h2>
        {t(`verdict.${sign === 'unclear' ? 'unclear' : found}`, {
          goal: name,
          lift: lift(Math.abs(span.estimate)),
        })}
      </h2>
      {sign !== 'unclear' && buyers && total && (
        <p className={css.amounts}>
          {t(said.drawn ? `verdict.${sign}Amounts` : 'verdict.seenAmounts', {
            buyers: format.full(Math.round(Math.abs(buyers.estimate))),
            revenue: format.money(Math.round(Math.abs(total.estimate))),
            sign: t(`verdict.${sign}Word`),
          })}
        </p>
      )}
      <p>
        {t(sign === 'unclear' ? 'verdict.range0' : 'verdict.range', {
          level,
          low: bound(span.low),
          high: bound(span.high),
        })}
      </p>
      {!effect.srm && <p>{t('verdict.seen')}</p>}
      <Recalled effect={effect} unclear={sign === 'unclear'} />
    </header>
  );
}

/** What was foreseen at the launch: what these groups could see, and whether that was accepted. */
function Recalled({ effect, unclear = true }: { effect: Effect; unclear?: boolean }) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const { lift, level } = useWorth(effect.goal);
  const { foreseen } = effect;
  if (!foreseen) return null;
  const words = {
    n: format.full(foreseen.history),
    base: level(foreseen.base),
    seen: lift(foreseen.detectable ?? 0),
    worth: lift(foreseen.worth),
  };
  return (
    <p>
      {foreseen.history === 0 || foreseen.detectable === undefined
        ? t('recalled.blind')
        : t('recalled.seen', words)}
      {foreseen.knowingly &&
        foreseen.detectable !== undefined &&
        ` ${t('recalled.knowingly', words)}`}
      {unclear && foreseen.detectable !== undefined && ` ${t('recalled.unseen', words)}`}
    </p>
  );
}

/** Of all who are counted, the share that was held back. */
function controlShare(effect: Effect): number {
  const people = effect.arms.reduce((sum, arm) => sum + arm.people, 0);
  return people === 0 ? 0 : (armOf(effect, 'control')?.people ?? 0) / people;
}
