import { expect, it } from 'vitest';
import { rowsOf } from './Reach';

it('sets customers and orders of a source side by side, also where one of them is missing', () => {
  expect(
    rowsOf(
      [
        { source: 'crm', records: 100, matched: 62, customers: 90, alone: 30 },
        { source: 'shop', records: 40, matched: 40, customers: 40, alone: 0 },
      ],
      [
        { source: 'shop', orders: 200, named: 120, lent: 90, hidden: 62 },
        { source: 'till', orders: 10, named: 0, lent: 0, hidden: 0 },
      ],
    ),
  ).toEqual([
    { source: 'crm', records: 100, matched: 62, orders: 0, named: 0, lent: 0, hidden: 0 },
    { source: 'shop', records: 40, matched: 40, orders: 200, named: 120, lent: 90, hidden: 62 },
    { source: 'till', records: 0, matched: 0, orders: 10, named: 0, lent: 0, hidden: 0 },
  ]);
});
