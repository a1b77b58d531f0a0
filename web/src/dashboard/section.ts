import { createElement } from 'react';
import { icons, type Section } from '#shell';
import { findBoards } from './find';

export const dashboard: Section = {
  nav: [{ to: '/boards', text: 'dashboard:nav', icon: createElement(icons.board) }],
  finders: [{ text: 'dashboard:title', icon: createElement(icons.board), find: findBoards }],
  acts: [{ to: '/report', text: 'dashboard:report.open', right: 'VIEW' }],
  routes: [
    {
      path: '/report',
      lazy: async () => ({ Component: (await import('./report/ReportPage')).ReportPage }),
    },
    {
      path: '/boards',
      lazy: async () => ({ Component: (await import('./BoardsPage')).BoardsPage }),
    },
    {
      path: '/boards/:id',
      lazy: async () => ({ Component: (await import('./board/BoardPage')).BoardPage }),
    },
  ],
};
