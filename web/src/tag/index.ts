import type { Section } from '#shell';

export const tag: Section = { routes: [] };

export { WhyDrawer, type WhyAsked } from './why/WhyDrawer';
