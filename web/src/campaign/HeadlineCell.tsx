import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Campaign, Effect } from '#api';
import { useFormat, useTranslation } from '#shell';
import { useEffectOf } from './api';
import css from './campaign.module.css';
import { headline, isMeasurable, type Headline } from './headline';
import { useWorth } from './useWorth';

/** What a campaign changed, in a few words; asked for by itself, so that the list need not wait. */
export function HeadlineCell({ campaign }: { campaign: Campaign }) {
  const { t } = useTranslation('campaign');
  const measurable = isMeasurable(campaign);
  const query = useEffectOf(campaign.id, measurable);
  if (!measurable) return <span className={css.quiet}>—</span>;
  if (query.error) return <span className={css.quiet}>{t('headline.failed')}</span>;
  if (!query.data) return <span className={css.quiet}>{t('headline.counting')}</span>;
  return (
    <Link to={`/campaigns/${encodeURIComponent(campaign.id)}?tab=effect`}>
      <Words campaign={campaign} effect={query.data} />
    </Link>
  );
}

function Words({ campaign, effect }: { campaign: Campaign; effect: Effect }) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const said = headline(effect);
  const until =
    effect.window?.open && said.kind !== 'waiting' ? (
      <span className={css.quiet}>
        {t('headline.open', {
          day: effect.window.day,
          days: campaign.windowDays,
          until: format.dayOf(effect.window.until),
        })}
      </span>
    ) : null;
  if (said.kind === 'thin')
    return (
      <>
        {format.tooFew(said.n)} {until}
      </>
    );
  if (said.kind === 'measured') return <Measured effect={effect} said={said} until={until} />;
  return (
    <>
      {t(`headline.${said.kind}`)} {until}
    </>
  );
}

function Measured({
  effect,
  said,
  until,
}: {
  effect: Effect;
  said: Extract<Headline, { kind: 'measured' }>;
  until: ReactNode;
}) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const { span } = useWorth(said.goal);
  const { total } = effect.revenue ?? {};
  return (
    <>
      <span className={css.verdict} data-sign={said.sign}>
        {said.sign === 'unclear' && `${t('headline.unclear')} `}
        {span(said.span)}
      </span>{' '}
      {said.sign !== 'unclear' && total && said.drawn && !effect.window?.open && (
        <span className={css.quiet}>
          {t(`headline.${said.sign}`, {
            revenue: format.money(Math.round(Math.abs(total.estimate))),
          })}
        </span>
      )}
      {until}
    </>
  );
}
