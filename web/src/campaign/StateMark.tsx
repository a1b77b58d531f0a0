import type { CampaignState } from '#api';
import { useTranslation } from '#shell';
import css from './campaign.module.css';

/** How far a campaign is, in one word. */
export function StateMark({ state }: { state: CampaignState }) {
  const { t } = useTranslation('campaign');
  return (
    <span className={css.state} data-state={state}>
      {t(`state.${state}`)}
    </span>
  );
}
