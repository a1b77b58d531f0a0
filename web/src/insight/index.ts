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

export { InsightChart } from './InsightChart';
export { SegmentLikeness } from './profile/SegmentLikeness';
export { WhoInput } from './parts/WhoInput';
export { SpanInput } from './parts/SpanInput';
export { KpiForm } from './kpi/KpiForm';
export { readyFor } from './ready';
export { useVoice } from './useVoice';
export { stepNames, titleOf, type Voice } from './words';
export { addressOf } from './address';
export { chartOf, insightOf, questionOf } from './asked';
export { among, duringSpan, KINDS, rollingOf, type KpiQuestion, type Question } from './question';
export { isRolling, spanFromAddress, spanInAddress, type Span } from './span';
