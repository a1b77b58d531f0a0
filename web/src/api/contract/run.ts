import type { Schemas, With } from './exact';

export type RunState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';
/** `result`: counts worth telling, such as landed → 541909. */
export type Run = With<
  Schemas['RunView'],
  { state: RunState; kind: 'import' | 'refresh' | 'send' | 'demo' }
>;
