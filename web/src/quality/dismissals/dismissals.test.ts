import { expect, it } from 'vitest';
import { wantedOf } from './wanted';

const row = {
  source: 'shop',
  feed: 'orders',
  file: 'a.csv',
  line: 12,
  field: undefined,
  reason: 'quality.total-line',
};

it('sets aside one row by its place, and all alike by their reason', () => {
  expect(wantedOf(row, false, true, '合计行')).toEqual({
    source: 'shop',
    feed: 'orders',
    reason: 'quality.total-line',
    field: '',
    later: false,
    note: '合计行',
    spot: { file: 'a.csv', line: 12 },
  });
  expect(wantedOf({ ...row, field: 'order.amount' }, true, true, '合计行')).toEqual({
    source: 'shop',
    feed: 'orders',
    reason: 'quality.total-line',
    field: 'order.amount',
    later: true,
    note: '合计行',
  });
});
