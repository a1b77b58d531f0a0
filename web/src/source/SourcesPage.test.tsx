import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { open, serve, signedIn } from '#testing';
import { source } from './section';

const answers = {
  'GET /api/refresh/runs': [],
  'GET /api/source/sources': [
    {
      source: 'crm',
      label: { zh: '会员系统', en: 'Members' },
      feeds: [
        {
          feed: 'customers',
          grain: 'customer',
          batches: 1,
          lastFile: '会员.xlsx',
          lastLandedAt: '2026-03-01T02:00:00Z',
          counts: { landed: 10, clean: 9, quarantined: 1, merged: 0, superseded: 0 },
        },
      ],
    },
  ],
};
const why =
  '您只能看到部分客户。导入和字段映射会改变所有人看到的数据，请由能看到全部客户的同事来做。';

it('offers imports and mappings to whoever sees everybody', async () => {
  serve({ ...answers, 'GET /api/session': signedIn });
  open('/sources', [source]);
  expect(await screen.findByText('会员.xlsx')).toBeDefined();
  expect(screen.getByRole('button', { name: '导入数据' })).toBeDefined();
  expect(screen.getByRole('link', { name: '查看' })).toBeDefined();
  expect(screen.queryByText(why)).toBeNull();
});

it('tells whoever sees some customers only why they import nothing', async () => {
  serve({ ...answers, 'GET /api/session': { ...signedIn, everybody: false } });
  open('/sources', [source]);
  expect(await screen.findByText('会员.xlsx')).toBeDefined();
  expect(screen.getByText(why)).toBeDefined();
  expect(screen.queryByRole('button', { name: '导入数据' })).toBeNull();
  expect(screen.queryByRole('link', { name: '查看' })).toBeNull();
});

it.each(['/sources/import', '/sources/crm/customers'])('keeps them out of %s', async (address) => {
  serve({ ...answers, 'GET /api/session': { ...signedIn, everybody: false } });
  open(address, [source]);
  expect(
    await screen.findByText(
      '这里的设置对全部客户生效，而您只能看到部分客户。需要更改的话，请联系管理员。',
    ),
  ).toBeDefined();
});
