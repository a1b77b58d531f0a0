import type { Campaign, Effect } from '#api';
import { Panel, useFormat, useTranslation } from '#shell';
import css from '../campaign.module.css';
import type { Headline } from '../headline';

/** How the figures are meant, in plain words. */
export function Notes({
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
  const measured = said.kind === 'measured';
  return (
    <Panel title={t('notes.title')}>
      <ul className={css.notes}>
        <li>{t('notes.window', { days: campaign.windowDays })}</li>
        {said.kind !== 'alone' && <li>{t('notes.treat')}</li>}
        {measured && <li>{t('notes.interval')}</li>}
        {measured && <li>{t('notes.total')}</li>}
        <li>{t('notes.revenue')}</li>
        {measured && (
          <li>{t('notes.roi', { margin: format.percent(campaign.marginPercent / 100) })}</li>
        )}
        {effect.srm && !effect.srm.alarm && said.kind !== 'alone' && (
          <li>{t('notes.srm', { p: effect.srm.pValue.toFixed(3) })}</li>
        )}
      </ul>
    </Panel>
  );
}
