import type { Section } from '#shell';

export const tag: Section = { routes: [] };
