export { serve, type Call } from './serve';
export { open } from './open';
export { signedIn } from './session';
