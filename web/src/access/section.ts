import { createElement } from 'react';
import { icons, type Section } from '#shell';

export const access: Section = {
  nav: [
    {
      to: '/settings',
      text: 'access:nav',
      icon: createElement(icons.settings),
      group: 'settings',
    },
  ],
  routes: [
    {
      path: '/settings',
      lazy: async () => ({ Component: (await import('./SettingsPage')).SettingsPage }),
    },
  ],
};
