import { createElement } from 'react';
import { icons, type Section } from '#shell';

export const source: Section = {
  nav: [{ to: '/sources', text: 'source:nav', icon: createElement(icons.data), group: 'data' }],
  acts: [{ to: '/sources/import', text: 'source:import', right: 'DEFINE', overAll: true }],
  routes: [
    {
      path: '/sources',
      lazy: async () => ({ Component: (await import('./SourcesPage')).SourcesPage }),
    },
    {
      path: '/sources/import',
      right: 'DEFINE',
      overAll: true,
      lazy: async () => ({ Component: (await import('./wizard/ImportPage')).ImportPage }),
    },
    {
      path: '/sources/runs',
      lazy: async () => ({ Component: (await import('./runs/RunsPage')).RunsPage }),
    },
    {
      path: '/sources/:source',
      lazy: async () => ({ Component: (await import('./SourcePage')).SourcePage }),
    },
    {
      path: '/sources/:source/:feed',
      right: 'DEFINE',
      overAll: true,
      lazy: async () => ({ Component: (await import('./MappingPage')).MappingPage }),
    },
  ],
};
