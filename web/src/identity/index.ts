import type { Section } from '#shell';

export const identity: Section = { routes: [] };
