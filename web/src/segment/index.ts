import { createElement } from 'react';
import { icons, type Section } from '#shell';

export const segment: Section = {
  nav: [{ to: '/segments', text: 'segment:nav', icon: createElement(icons.segment) }],
  routes: [
    {
      path: '/segments',
      lazy: async () => ({ Component: (await import('./SegmentsPage')).SegmentsPage }),
    },
    {
      path: '/segments/new',
      lazy: async () => ({ Component: (await import('./builder/NewSegmentPage')).NewSegmentPage }),
    },
    {
      path: '/segments/:id',
      lazy: async () => ({ Component: (await import('./SegmentPage')).SegmentPage }),
    },
    {
      path: '/segments/:id/edit',
      lazy: async () => ({
        Component: (await import('./builder/EditSegmentPage')).EditSegmentPage,
      }),
    },
  ],
};

export { useSegments } from './api';
