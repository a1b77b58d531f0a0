import { createElement } from 'react';
import { icons, type Section } from '#shell';
import { findSegments } from './find';

export const segment: Section = {
  nav: [{ to: '/segments', text: 'segment:nav', icon: createElement(icons.segment) }],
  finders: [{ text: 'segment:title', icon: createElement(icons.segment), find: findSegments }],
  acts: [{ to: '/segments/new', text: 'segment:builder.new', right: 'DEFINE' }],
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
