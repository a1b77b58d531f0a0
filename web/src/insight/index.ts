import type { Section } from '#shell';

export const insight: Section = { routes: [] };
