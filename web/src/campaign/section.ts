import { createElement } from 'react';
import { icons, type Section } from '#shell';
import { findCampaigns } from './find';

export const campaign: Section = {
  nav: [
    {
      to: '/campaigns',
      text: 'campaign:nav',
      icon: createElement(icons.campaign),
      also: ['/channels'],
    },
  ],
  finders: [{ text: 'campaign:title', icon: createElement(icons.campaign), find: findCampaigns }],
  acts: [{ to: '/campaigns/new', text: 'campaign:list.create', right: 'SEND' }],
  routes: [
    {
      path: '/campaigns',
      lazy: async () => ({ Component: (await import('./CampaignsPage')).CampaignsPage }),
    },
    {
      path: '/campaigns/new',
      lazy: async () => ({ Component: (await import('./wizard/NewCampaignPage')).NewCampaignPage }),
    },
    {
      path: '/campaigns/rules',
      lazy: async () => ({ Component: (await import('./rules/RulesPage')).RulesPage }),
    },
    {
      path: '/campaigns/:id',
      lazy: async () => ({ Component: (await import('./CampaignPage')).CampaignPage }),
    },
    {
      path: '/campaigns/:id/edit',
      lazy: async () => ({
        Component: (await import('./wizard/EditCampaignPage')).EditCampaignPage,
      }),
    },
    {
      path: '/campaigns/:id/effect',
      lazy: async () => ({ Component: (await import('./EffectAddress')).EffectAddress }),
    },
  ],
};
