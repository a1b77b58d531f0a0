import { useSearchParams } from 'react-router';
import { blank } from './draft';
import { Wizard } from './Wizard';

export function NewCampaignPage() {
  const [search] = useSearchParams();
  return <Wizard start={blank(search.get('segment'))} kept={null} />;
}
