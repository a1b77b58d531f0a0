export { useSegments } from './api';
