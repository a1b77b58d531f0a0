import type { Section } from '#shell';

/** 渠道: reached from 营销, where a marketer looks for it. */
export const channel: Section = {
  routes: [
    {
      path: '/channels',
      lazy: async () => ({ Component: (await import('./ChannelsPage')).ChannelsPage }),
    },
    {
      path: '/channels/new',
      right: 'ADMIN',
      lazy: async () => ({ Component: (await import('./ConnectionPage')).NewConnectionPage }),
    },
    {
      path: '/channels/:id',
      right: 'ADMIN',
      lazy: async () => ({ Component: (await import('./ConnectionPage')).ConnectionPage }),
    },
  ],
};
