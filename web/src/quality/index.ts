import type { Section } from '#shell';

export const quality: Section = { routes: [] };
