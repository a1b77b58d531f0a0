import { createElement } from 'react';
import { icons, type Section } from '#shell';
import { findCustomers } from './find';

export const profile: Section = {
  nav: [{ to: '/customers', text: 'profile:nav', icon: createElement(icons.customer) }],
  finders: [{ text: 'profile:title', icon: createElement(icons.customer), find: findCustomers }],
  routes: [
    {
      path: '/customers',
      lazy: async () => ({ Component: (await import('./CustomersPage')).CustomersPage }),
    },
    {
      path: '/customers/cards',
      lazy: async () => ({ Component: (await import('./cards/CardsPage')).CardsPage }),
    },
    {
      path: '/identity/values',
      lazy: async () => ({ Component: (await import('./survivorship/ValuesPage')).ValuesPage }),
    },
    {
      path: '/identity/compare',
      lazy: async () => ({ Component: (await import('./portrait/ComparePage')).ComparePage }),
    },
    {
      path: '/quality/imputation',
      lazy: async () => ({
        Component: (await import('./imputation/ImputationPage')).ImputationPage,
      }),
    },
    {
      path: '/customers/:id',
      lazy: async () => ({ Component: (await import('./portrait/PortraitPage')).PortraitPage }),
    },
  ],
};
