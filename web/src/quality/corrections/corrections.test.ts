import { expect, it } from 'vitest';
import { wantedOf } from './edits';

it('decides of the cells that were changed, here or wherever the same stands', () => {
  const row = { source: 'shop', feed: 'orders', file: 'a.csv', line: 7 };
  const key = 'A7';
  const cells = [
    { heading: '实付', field: 'order.amount', value: '12,o0', same: 3 },
    { heading: '单号', field: 'order.order_no', value: '', same: 1 },
    { heading: '渠道', field: 'order.channel', value: 'web', same: 9 },
    { heading: '买家', field: 'customer.platform_id', value: 'U-', same: 2 },
  ];
  expect(
    wantedOf(
      row,
      { key, cells },
      {
        实付: { becomes: '12.00', reach: 'everywhere' },
        单号: { becomes: 'A1', reach: 'line' },
        渠道: { becomes: 'web', reach: 'everywhere' },
        买家: { becomes: 'U9', reach: 'record' },
      },
    ),
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
    { source: 'shop', feed: 'orders', heading: '买家', was: 'U-', becomes: 'U9', key: 'A7' },
  ]);
});
