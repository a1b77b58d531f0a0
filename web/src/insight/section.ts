import { createElement } from 'react';
import { icons, type Section } from '#shell';

const page = async () => ({ Component: (await import('./InsightsPage')).InsightsPage });

export const insight: Section = {
  nav: [{ to: '/insights', text: 'insight:nav', icon: createElement(icons.insight) }],
  routes: [
    { path: '/insights', lazy: page },
    {
      path: '/insights/metrics',
      lazy: async () => ({ Component: (await import('./metrics/MetricsPage')).MetricsPage }),
    },
    { path: '/insights/:kind', lazy: page },
  ],
};
