import { createElement } from 'react';
import { icons, type Section } from '#shell';

export const quality: Section = {
  nav: [{ to: '/quality', text: 'quality:nav', icon: createElement(icons.quality), group: 'data' }],
  routes: [
    {
      path: '/quality',
      lazy: async () => ({ Component: (await import('./QualityPage')).QualityPage }),
    },
  ],
};
