import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { open, serve, signedIn } from '#testing';
import { profile } from '../section';

const analyst = { ...signedIn, rights: ['VIEW', 'EXPORT', 'DEFINE', 'CURATE'] };
const answers = {
  'GET /api/refresh/runs': [],
  'GET /api/profile/survivorship': {
    rules: [
      {
        fields: ['level'],
        labels: [{ zh: '会员等级', en: 'Level' }],
        rule: 'latest',
        usual: 'latest',
        choices: ['latest', 'mostTrusted'],
      },
    ],
    trusted: ['crm'],
    sources: ['crm', 'till'],
  },
  'GET /api/source/sources': [],
};

it('lets an analyst choose the rules of values, but not one of a single city', async () => {
  serve({ ...answers, 'GET /api/session': analyst });
  const { unmount } = open('/identity/values', [profile]);
  await screen.findByRole('button', { name: '保存并重新合并' });
  unmount();

  serve({ ...answers, 'GET /api/session': { ...analyst, everybody: false } });
  open('/identity/values', [profile]);
  await screen.findByText(
    '取值规则对全部客户生效，而您只能看到部分客户，所以不能修改。需要更改的话，请联系管理员。',
  );
  expect(screen.queryByRole('button', { name: '保存并重新合并' })).toBeNull();
});
