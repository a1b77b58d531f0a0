import type { Section } from '#shell';

export const dashboard: Section = { routes: [] };
