import { expect, it } from 'vitest';
import type { Where } from '#api';
import { fromWhere, toWhere } from './scope';

it('comes back from the server as it was entered', () => {
  const two = { field: 'customer.city', values: ['上海', '杭州'] };
  expect(toWhere(two)).toEqual({ type: 'in', field: 'customer.city', values: ['上海', '杭州'] });
  expect(fromWhere(toWhere(two))).toEqual(two);
  expect(toWhere({ field: undefined, values: [] })).toEqual({ type: 'always' });
  expect(fromWhere({ type: 'always' })).toEqual({ field: undefined, values: [] });
});

it('reads one value as a list of one, and leaves what it cannot say alone', () => {
  const one: Where = { type: 'compare', field: 'customer.city', op: 'EQ', value: '上海' };
  expect(fromWhere(one)).toEqual({ field: 'customer.city', values: ['上海'] });
  expect(fromWhere({ ...one, op: 'NE' })).toBeNull();
  expect(fromWhere({ type: 'except', not: one })).toBeNull();
});
