import type { Section } from '#shell';

export const segment: Section = { routes: [] };
