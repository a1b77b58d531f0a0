import type { Section } from '#shell';

export const source: Section = { routes: [] };
