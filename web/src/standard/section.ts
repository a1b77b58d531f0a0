import { createElement } from 'react';
import { icons, type Section } from '#shell';

export const standard: Section = {
  nav: [
    { to: '/standard', text: 'standard:nav', icon: createElement(icons.standard), group: 'data' },
  ],
  routes: [
    {
      path: '/standard',
      lazy: async () => ({ Component: (await import('./StandardPage')).StandardPage }),
    },
  ],
};
