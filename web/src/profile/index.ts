import { createElement } from 'react';
import { icons, type Section } from '#shell';

export const profile: Section = {
  nav: [{ to: '/customers', text: 'profile:nav', icon: createElement(icons.customer) }],
  routes: [
    {
      path: '/customers',
      lazy: async () => ({ Component: (await import('./CustomersPage')).CustomersPage }),
    },
    {
      path: '/customers/:id',
      lazy: async () => ({ Component: (await import('./portrait/PortraitPage')).PortraitPage }),
    },
  ],
};

export { CustomerSample } from './CustomerSample';
export { CustomersTable } from './CustomersTable';
export { CustomerName, Hidden } from './Hidden';
export { useCustomers } from './api';
export { dayWritten } from './portrait/summary';
