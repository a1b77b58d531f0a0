import { describe, expect, it } from 'vitest';
import { columnsIn, fileColumns, filtersOf, searchOf } from './filters';

describe('the columns of the list', () => {
  it('stand in the address, the name always first, none twice, none that is no column', () => {
    expect(columnsIn(null)).toBeNull();
    expect(columnsIn('city,tag/vip,city,province,<b>')).toEqual([
      'name',
      'city',
      'tag/vip',
      'province',
    ]);
  });

  it('ask the server for those that are not usual', () => {
    const filters = filtersOf(new URLSearchParams('cols=city,tag/vip,province'));
    expect(searchOf(filters)).toMatchObject({ columns: ['tag/vip', 'province'] });
    expect(searchOf(filtersOf(new URLSearchParams()))).not.toHaveProperty('columns');
  });

  it('are named in a file as the tables name them, without the summary of tags', () => {
    expect(fileColumns(null)).toEqual([
      'name',
      'phone',
      'city',
      'level',
      'orders',
      'net_revenue',
      'last_order_day',
    ]);
    expect(fileColumns(['name', 'tags', 'tag/vip'])).toEqual(['name', 'tag/vip']);
  });
});
