export { useCampaignNames } from './api';
