import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { open, serve, signedIn } from '#testing';
import { home } from './section';

const company = { ...signedIn.company, asOf: '2026-04-15', latestDay: '2026-04-15', empty: false };
const shown = (everybody: boolean, identified?: number) =>
  serve({
    'GET /api/session': { ...signedIn, company, everybody },
    'GET /api/refresh/runs': [],
    'GET /api/home': {
      company,
      counts: {
        customers: 3,
        orders: 4,
        revenue: 180,
        ...(identified === undefined ? {} : { identified }),
      },
      checklist: ['import', 'quality', 'identity', 'segment', 'campaign', 'effect'].map((step) => ({
        step,
        done: step !== 'campaign',
      })),
    },
  });

it('shows how much of the sales has a known buyer', async () => {
  shown(true, 0.85);
  open('/', [home]);
  expect(await screen.findByText('85.0%')).toBeDefined();
  expect(screen.getByText('能认出客户的销售额占比')).toBeDefined();
});

it('says that the share does not apply to whoever sees some customers only', async () => {
  shown(false);
  open('/', [home]);
  expect(await screen.findByText('只含您可见的客户，看不到匿名订单，此项不适用')).toBeDefined();
  expect(screen.queryByText('能认出客户的销售额占比')).toBeNull();
  expect(screen.queryByText('导入数据')).toBeNull();
});
