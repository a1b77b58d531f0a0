import { describe, expect, it } from 'vitest';
import type { FileLook, Grain, Mapping } from '#api';
import {
  gaps,
  inReach,
  isMapping,
  reduce,
  regrained,
  relined,
  unknownColumns,
  type Job,
} from './job';

const mapping: Mapping = {
  source: 'shop',
  label: { zh: '网店', en: 'Shop' },
  feed: 'orders',
  grain: 'order_line',
  layout: { format: 'csv', encoding: 'UTF-8', delimiter: ',', quote: '"', header: true, skip: 0 },
  key: ['单号'],
  lines: [
    { column: '单号', field: 'order.order_no', transform: [] },
    { column: '手机', field: 'customer.phone', transform: [] },
    {
      column: '状态',
      field: 'order.status',
      transform: [{ type: 'codes', words: { 完成: 'completed' } }],
    },
    { column: '货号', field: 'order_line.product_code', transform: [] },
  ],
  kinds: [
    {
      kind: 'postage',
      when: { type: 'startsWith', field: 'order_line.product_code', text: 'POST' },
    },
  ],
};

const job: Job = {
  key: 1,
  name: 'orders.csv',
  bytes: 10,
  upload: null,
  error: null,
  origin: { source: 'shop', label: { zh: '网店', en: 'Shop' } },
  layout: null,
  mapping,
};

const mandatory = (entity: string) => (entity === 'order' ? ['order.order_no'] : []);

describe('the fields a row may carry', () => {
  it('are its own before those of whom it is about', () => {
    const standard = ['customer', 'order', 'delivery', 'cost'].map((name) => ({
      name,
      label: { zh: name, en: name },
      parents: [],
      fields: [],
    }));
    const names = (grain: Grain) => inReach(standard, grain).map((entity) => entity.name);
    expect(names('delivery')).toEqual(['delivery', 'customer']);
    expect(names('order')).toEqual(['order', 'customer']);
    expect(names('cost')).toEqual(['cost']);
  });
});

describe('reduce', () => {
  it('makes of an archive the files in it, all from where it came', () => {
    const look = {} as FileLook;
    const upload = {
      id: 'u1',
      name: '会员.csv',
      bytes: 5,
      look,
      more: [{ id: 'u2', name: '订单.csv', bytes: 7, look }],
      left: [{ name: '说明.pdf', message: '这不是表格文件。' }],
    };
    const sent = { ...job, name: '导出.zip', mapping: null };
    expect(
      reduce([sent], { type: 'taken', key: 1, upload, keys: [9] }).map((one) => [
        one.key,
        one.name,
        one.upload?.id,
        one.origin?.source,
        one.left?.length ?? 0,
      ]),
    ).toEqual([
      [1, '会员.csv', 'u1', 'shop', 1],
      [9, '订单.csv', 'u2', 'shop', 0],
    ]);
  });

  it('goes by the columns once they are read, unless a person has said where the file is from', () => {
    const till = { source: 'pos', label: { zh: '门店', en: 'Till' } };
    const look = { columns: [{ name: '收银员' }] } as FileLook;
    const upload = { id: 'u1', name: '订单.csv', bytes: 5, look, more: [], left: [] };
    const guess = (name: string, columns: FileLook['columns']) =>
      name === '订单.csv' && columns[0]?.name === '收银员' ? till : null;
    const origins = (sent: Job) =>
      reduce([sent], { type: 'taken', key: 1, upload, guess }).map((one) => one.origin?.source);
    expect(origins(job)).toEqual(['pos']);
    expect(origins({ ...job, told: true })).toEqual(['shop']);
    const [asked] = reduce([job], { type: 'origin', key: 1, origin: job.origin });
    expect(asked && origins(asked)).toEqual(['shop']);
    const more = [{ id: 'u2', name: '会员.csv', bytes: 5, look }];
    const packed = reduce([{ ...job, origin: null }], {
      type: 'taken',
      key: 1,
      upload: { ...upload, more },
      keys: [2],
      guess,
    });
    expect(packed.map((one) => one.origin?.source)).toEqual(['pos', undefined]);
  });

  it('keeps a mapping made by hand when only the origin changes', () => {
    const origin = { source: 'pos', label: { zh: '门店', en: 'Till' } };
    const [after] = reduce([job], { type: 'origin', key: 1, origin });
    expect(after?.mapping).toEqual({ ...mapping, ...origin });
  });

  it('adds what is suggested for rows of the kind that a person chose, and leaves what stands', () => {
    const chosen: Mapping = {
      ...mapping,
      feed: 'customers',
      grain: 'points',
      key: ['手机'],
      lines: [{ column: '手机', field: 'customer.phone', transform: [] }],
      kinds: [],
    };
    const suggested: Mapping = {
      ...chosen,
      feed: 'points',
      key: [],
      lines: [
        { column: '手机', field: 'customer.platform_id', transform: [] },
        { column: '电话', field: 'customer.phone', transform: [] },
        { column: '时间', field: 'points.happened_at', transform: [] },
      ],
    };
    const act = { type: 'suggested' as const, key: 1, mapping: suggested };
    const [after] = reduce([{ ...job, mapping: chosen }], act);
    expect(after?.mapping).toEqual({
      ...chosen,
      feed: 'points',
      key: [],
      lines: [
        { column: '手机', field: 'customer.phone', transform: [] },
        { column: '时间', field: 'points.happened_at', transform: [] },
      ],
    });
    const [named] = reduce([{ ...job, mapping: { ...chosen, feed: 'shop_points' } }], act);
    expect(named?.mapping?.feed).toBe('shop_points');
    // An answer that comes after the person has chosen something else is of no use.
    const other = { ...job, mapping: regrained(chosen, 'coupon') };
    expect(reduce([other], act)).toEqual([other]);
  });

  it('lets the mapping go when the file is read in another way', () => {
    const layout = { ...mapping.layout, skip: 2 };
    const [after] = reduce([job], { type: 'layout', key: 1, layout });
    expect(after).toEqual({ ...job, layout, mapping: null });
  });
});

describe('mapping', () => {
  it('drops what a row of another grain cannot carry', () => {
    const after = regrained(mapping, 'order');
    expect(after.lines.map((line) => line.field)).toEqual([
      'order.order_no',
      'customer.phone',
      'order.status',
    ]);
    expect(after.kinds).toEqual([]);
  });

  it('forgets the words of the old field when a column becomes another', () => {
    const after = relined(mapping, '状态', 'order.channel');
    expect(after.lines.at(-1)).toEqual({
      column: '状态',
      field: 'order.channel',
      transform: [],
    });
    expect(relined(mapping, '状态', null).lines).toHaveLength(3);
  });

  it('names fields that are mapped twice and mandatory ones that are not mapped', () => {
    expect(gaps(mapping, mandatory)).toEqual([]);
    const twice = relined(relined(mapping, '单号', null), '收货电话', 'customer.phone');
    expect(gaps(twice, mandatory)).toEqual([
      { kind: 'twice', fields: ['customer.phone'] },
      { kind: 'missing', fields: ['order.order_no'] },
    ]);
    const street = relined(mapping, '街道', 'customer.address');
    expect(gaps(relined(street, '门牌号', 'customer.address'), mandatory)).toEqual([]);
    expect(gaps({ ...mapping, grain: 'customer', lines: [] }, mandatory)).toEqual([
      { kind: 'nothing', fields: [] },
    ]);
  });

  it('is recognised in a file, and its unknown columns are named', () => {
    expect(isMapping(JSON.parse(JSON.stringify(mapping)))).toBe(true);
    expect(isMapping({ ...mapping, grain: 'product' })).toBe(false);
    expect(isMapping({ ...mapping, lines: [null] })).toBe(false);
    expect(isMapping([])).toBe(false);
    const look = {
      format: 'csv' as const,
      layout: mapping.layout,
      sheets: [],
      columns: ['单号', '手机', '货号'].map((name) => ({
        name,
        type: 'text' as const,
        filled: 1,
        examples: [],
      })),
      rows: [],
      noRows: [],
      more: false,
    };
    expect(unknownColumns(mapping, look)).toEqual(['状态']);
  });
});
