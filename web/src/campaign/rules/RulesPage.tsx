import { ListPage, useTranslation } from '#shell';
import { Frame } from './Frame';
import { Hours } from './Hours';
import { Limits } from './Limits';
import { OptOutsPanel } from './OptOutsPanel';

/** 发送规则: what holds for every campaign, whoever launches it. */
export function RulesPage() {
  const { t } = useTranslation('campaign');
  return (
    <ListPage
      title={t('rules.title')}
      lead={t('rules.lead')}
      up={{ to: '/campaigns', label: t('title') }}
    >
      <Hours />
      <Frame />
      <Limits />
      <OptOutsPanel />
    </ListPage>
  );
}
