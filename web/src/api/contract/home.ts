import type { Schemas } from './exact';

export type HomeView = Schemas['Home'];
