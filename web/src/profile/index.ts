import type { Section } from '#shell';

export const profile: Section = { routes: [] };
