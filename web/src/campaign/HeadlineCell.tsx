import { Link } from 'react-router';
import type { Campaign, Effect } from '#api';
import { useFormat, useTranslation } from '#shell';
import { useEffectOf } from './api';
import css from './campaign.module.css';
import { headline, isMeasurable } from './headline';

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
      <Words effect={query.data} />
    </Link>
  );
}

function Words({ effect }: { effect: Effect }) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const said = headline(effect);
  const until =
    effect.window?.open && said.kind !== 'waiting' ? (
      <span className={css.quiet}>
        {t('headline.open', { day: format.dayOf(effect.window.until) })}
      </span>
    ) : null;
  if (said.kind === 'thin')
    return (
      <>
        {format.tooFew(said.n)} {until}
      </>
    );
  if (said.kind === 'measured')
    return (
      <>
        <span className={css.verdict} data-sign={said.sign}>
          {format.pointsSpan(said.points)}
        </span>{' '}
        {until}
      </>
    );
  return (
    <>
      {t(`headline.${said.kind}`)} {until}
    </>
  );
}
