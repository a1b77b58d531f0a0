import { createElement } from 'react';
import { icons, type Section } from '#shell';

export const identity: Section = {
  nav: [
    { to: '/identity', text: 'identity:nav', icon: createElement(icons.identity), group: 'data' },
  ],
  routes: [
    {
      path: '/identity',
      lazy: async () => ({ Component: (await import('./IdentityPage')).IdentityPage }),
    },
    {
      path: '/identity/rules',
      lazy: async () => ({ Component: (await import('./rules/RulesPage')).RulesPage }),
    },
    {
      path: '/identity/review',
      lazy: async () => ({ Component: (await import('./review/ReviewPage')).ReviewPage }),
    },
    {
      path: '/identity/quality',
      lazy: async () => ({ Component: (await import('./quality/QualityPage')).QualityPage }),
    },
  ],
};
