export { useChannels } from './api';
