import { createElement } from 'react';
import { icons, type Section } from '#shell';

export const home: Section = {
  nav: [{ to: '/', text: 'home:nav', icon: createElement(icons.home) }],
  routes: [
    {
      index: true,
      lazy: async () => ({ Component: (await import('./HomePage')).HomePage }),
    },
  ],
};
