import { createElement } from 'react';
import { icons, type Section } from '#shell';

export const quality: Section = {
  nav: [{ to: '/quality', text: 'quality:nav', icon: createElement(icons.quality), group: 'data' }],
  routes: [
    {
      path: '/quality',
      lazy: async () => ({ Component: (await import('./QualityPage')).QualityPage }),
    },
    {
      path: '/quality/score',
      lazy: async () => ({ Component: (await import('./score/ScorePage')).ScorePage }),
    },
    {
      path: '/quality/diagnosis',
      lazy: async () => ({ Component: (await import('./diagnosis/DiagnosisPage')).DiagnosisPage }),
    },
    {
      path: '/quality/completions',
      lazy: async () => ({
        Component: (await import('./completions/CompletionsPage')).CompletionsPage,
      }),
    },
    {
      path: '/quality/completions/:id',
      lazy: async () => ({
        Component: (await import('./completions/CompletionPage')).CompletionPage,
      }),
    },
    {
      path: '/quality/procedures',
      lazy: async () => ({
        Component: (await import('./procedures/ProceduresPage')).ProceduresPage,
      }),
    },
    {
      path: '/quality/rules',
      lazy: async () => ({ Component: (await import('./rules/RulesPage')).RulesPage }),
    },
    {
      path: '/quality/rules/new',
      right: 'DEFINE',
      overAll: true,
      lazy: async () => ({ Component: (await import('./rules/RulePage')).NewRulePage }),
    },
    {
      path: '/quality/rules/:id',
      right: 'DEFINE',
      overAll: true,
      lazy: async () => ({ Component: (await import('./rules/RulePage')).EditRulePage }),
    },
  ],
};
