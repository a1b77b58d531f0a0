import { describe, expect, it } from 'vitest';
import { tried } from './tried';

describe('tried rows', () => {
  it('shows the lines in the order of the file, the filled fields by their keys, and no bookkeeping', () => {
    const text = (name: string) => ({ name, type: 'text' });
    expect(
      tried(
        {
          columns: [
            text('source'),
            text('record_key'),
            text('order_key'),
            { name: 'line', type: 'whole' },
            text('line_no'),
            text('product_code'),
          ],
          rows: [
            ['shop', 'a.csv|3', 'A1', 3, null, null],
            ['shop', 'a.csv|2', 'A1', 2, null, 'T1'],
          ],
        },
        'order_line',
      ),
    ).toEqual({
      columns: [
        { name: 'line', type: 'whole' },
        text('order.order_no'),
        text('order_line.product_code'),
      ],
      rows: [
        [2, 'A1', 'T1'],
        [3, 'A1', null],
      ],
    });
  });

  it('names what a row of behaviour says of its customer by the field of the customer', () => {
    const text = (name: string) => ({ name, type: 'text' });
    expect(
      tried(
        {
          columns: [
            text('customer_key'),
            { name: 'line', type: 'whole' },
            text('who_phone'),
            text('name'),
          ],
          rows: [['buyer:1', 2, '13812340001', 'cart']],
        },
        'event',
      ),
    ).toEqual({
      columns: [{ name: 'line', type: 'whole' }, text('customer.phone'), text('event.name')],
      rows: [[2, '13812340001', 'cart']],
    });
  });

  it('shows an order number once, where it is the key as well', () => {
    const text = (name: string) => ({ name, type: 'text' });
    expect(
      tried({ columns: [text('order_key'), text('order_no')], rows: [['A1', 'A1']] }, 'order'),
    ).toEqual({ columns: [text('order.order_no')], rows: [['A1']] });
  });
});
