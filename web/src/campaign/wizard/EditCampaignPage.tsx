import { Navigate, useParams } from 'react-router';
import { Await, Loading, Page, useLabel, useTranslation } from '#shell';
import { useCampaign } from '../api';
import { writingOf } from './draft';
import { Wizard } from './Wizard';

/** A draft goes on where it was left; what was sent cannot be changed and shows its page. */
export function EditCampaignPage() {
  const { t } = useTranslation('campaign');
  const { id = '' } = useParams();
  const label = useLabel();
  const query = useCampaign(id);
  if (query.data && query.data.state !== 'draft')
    return <Navigate to={`/campaigns/${encodeURIComponent(id)}`} replace />;
  if (query.data)
    return <Wizard key={id} start={writingOf(query.data, label(query.data.label))} kept={id} />;
  return (
    <Page title={t('title')} up={{ to: '/campaigns', label: t('title') }}>
      <Await query={query} loading={<Loading rows={10} />}>
        {() => null}
      </Await>
    </Page>
  );
}
