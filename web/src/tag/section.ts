import { createElement } from 'react';
import { icons, type Section } from '#shell';
import { findTags } from './find';

export const tag: Section = {
  nav: [{ to: '/tags', text: 'tag:nav', icon: createElement(icons.tag) }],
  finders: [{ text: 'tag:title', icon: createElement(icons.tag), find: findTags }],
  routes: [
    { path: '/tags', lazy: async () => ({ Component: (await import('./TagsPage')).TagsPage }) },
    {
      path: '/tags/new',
      lazy: async () => ({ Component: (await import('./builder/NewTagPage')).NewTagPage }),
    },
    {
      path: '/tags/:id/edit',
      lazy: async () => ({ Component: (await import('./builder/EditTagPage')).EditTagPage }),
    },
    { path: '/tags/:id', lazy: async () => ({ Component: (await import('./TagPage')).TagPage }) },
  ],
};
