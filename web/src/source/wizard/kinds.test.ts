import { expect, it } from 'vitest';
import type { Where } from '#api';
import { asPlain, asWhere } from './kinds';

it('shows what fits on a line and writes it back unchanged', () => {
  const rules: Where[] = [
    { type: 'in', field: 'order_line.product_code', values: ['POST', 'DOT'] },
    { type: 'startsWith', field: 'order_line.product_code', text: 'GIFT' },
    { type: 'contains', field: 'order_line.product_name', text: '运费' },
    { type: 'compare', field: 'order_line.quantity', op: 'LT', value: 0 },
  ];
  expect(rules.map((rule) => asWhere(asPlain(rule)!))).toEqual(rules);
});

it('reads "equals one word" as a list of one', () => {
  expect(
    asPlain({ type: 'compare', field: 'order_line.product_code', op: 'EQ', value: 'POST' }),
  ).toEqual({ field: 'order_line.product_code', how: 'in', words: ['POST'] });
});

it('leaves alone what needs more than a line', () => {
  expect(asPlain({ type: 'except', not: { type: 'always' } })).toBeNull();
  expect(asPlain({ type: 'compare', field: 'order_line.quantity', op: 'GE', value: 3 })).toBeNull();
});
