import { expect, it } from 'vitest';
import { placeOf } from './place';

const advice = {
  what: 'repair',
  source: 'shop',
  feed: 'orders',
  field: 'order.amount',
  reason: 'r',
};

it('leads to the rows that an advice is about', () => {
  expect(placeOf(advice)).toBe(
    '/quality?source=shop&feed=orders&what=rows&field=order.amount&reason=r#quarantine',
  );
  expect(placeOf({ ...advice, what: 'mend-at-source' })).toContain('what=values');
  expect(placeOf({ what: 'import', source: 'shop', feed: 'orders' })).toBe('/sources/import');
  expect(placeOf({ ...advice, what: 'fill' })).toBeUndefined();
});
