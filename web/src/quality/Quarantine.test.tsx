import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { open, serve, signedIn } from '#testing';
import { quality } from './section';

const feed = {
  source: 'crm',
  feed: 'customers',
  grain: 'customer',
  counts: { landed: 10, clean: 8, merged: 0, superseded: 0, quarantined: 2 },
  dismissed: 0,
  byReason: [],
};
const asked = (calls: { path: string }[]) =>
  calls.filter(({ path }) => path.startsWith('/api/quality/quarantine')).length;

/** What is set aside is of nobody known, so nobody who sees some customers is told "none". */
it('says why rows set aside are not shown to whoever sees some customers', async () => {
  const calls = serve({
    'GET /api/session': { ...signedIn, everybody: false },
    'GET /api/refresh/runs': [],
    'GET /api/quality/counts': [feed],
    'GET /api/quality/kinds': [],
    'GET /api/quality/corrections': [],
    'GET /api/quality/dismissals': [],
    'GET /api/source/names': [],
  });
  open('/quality', [quality]);
  expect(await screen.findByText('隔离的行不在您的权限内')).toBeTruthy();
  expect(screen.getByText('全公司的数据')).toBeTruthy();
  expect(screen.queryByText('没有被隔离的行')).toBeNull();
  expect(asked(calls)).toBe(0);
});
