import type { Section } from '#shell';

export const campaign: Section = { routes: [] };
