import { expect, it } from 'vitest';
import { wantedOf } from './edits';

it('decides of the cells that were changed, here or wherever the same stands', () => {
  const row = { source: 'shop', feed: 'orders', file: 'a.csv', line: 7 };
  const cells = [
    { heading: '实付', field: 'order.amount', value: '12,o0', same: 3 },
    { heading: '单号', field: 'order.order_no', value: '', same: 1 },
    { heading: '渠道', field: 'order.channel', value: 'web', same: 9 },
  ];
  expect(
    wantedOf(row, cells, {
      实付: { becomes: '12.00', everywhere: true },
      单号: { becomes: 'A1', everywhere: false },
      渠道: { becomes: 'web', everywhere: true },
    }),
  ).toEqual([
    { source: 'shop', feed: 'orders', heading: '实付', was: '12,o0', becomes: '12.00' },
    {
      source: 'shop',
      feed: 'orders',
      heading: '单号',
      was: '',
      becomes: 'A1',
      spot: { file: 'a.csv', line: 7 },
    },
  ]);
});
