import { expect, it } from 'vitest';
import type { ImportCheck, QuarantinedCell } from '#api';
import { guessOrigin } from './origins';
import { checkStanding } from './standing';

const cell = (line: number, severity: 'quarantine' | 'warn'): QuarantinedCell => ({
  line,
  severity,
  reason: 'quality.number-invalid',
  message: '',
});
const check = (quarantined: QuarantinedCell[]): ImportCheck => ({
  rows: { columns: [], rows: [] },
  quarantined,
  faults: [],
});

/** Two refused cells of one line are one row; a value that is only dropped costs none, and is said. */
it('counts the rows that would be set aside', () => {
  const found = [cell(3, 'quarantine'), cell(3, 'quarantine'), cell(5, 'quarantine')];
  expect(checkStanding(check([...found, cell(9, 'warn')]), false)).toEqual({
    state: 'look',
    text: 'rail.quarantined',
    n: 2,
  });
  expect(checkStanding(check([cell(9, 'warn'), cell(9, 'warn')]), false)).toEqual({
    state: 'ok',
    text: 'rail.dropped',
    n: 2,
  });
  expect(checkStanding(check([]), false).text).toBe('rail.fine');
  expect(checkStanding(undefined, false).state).toBe('wait');
  expect(checkStanding(undefined, true).state).toBe('fault');
});

it('takes the system from the name of the file', () => {
  const erp = { source: 'erp', label: { zh: '进销存', en: 'ERP' } };
  const of = (name: string) => guessOrigin(name, [], [erp])?.source ?? null;
  expect(
    [
      'crm-会员.xlsx',
      'erp 订单.csv',
      '触达-春季.csv',
      '六月会员.xlsx',
      'post.csv',
      'Sheet1.csv',
    ].map(of),
  ).toEqual(['crm', 'erp', 'messages', 'crm', null, null]);
});

/** No header here is one that the sample company's files use. */
it('knows a till by its columns before the name of the file is asked', () => {
  const of = (name: string, headers: string, ...values: string[]) =>
    guessOrigin(
      name,
      headers.split(',').map((header) => ({
        name: header,
        type: 'text',
        filled: 1,
        rounded: false,
        examples: values,
      })),
      [],
    )?.source ?? null;
  const till = '流水号,机号,收银员工号,交易时刻,会员卡,条码,品名,数量,单价,应收,实收';
  const paid = '单号,分店,日期,货号,数量,售价,结账方式';
  const sent = '交易单号,收件人,收件电话,收件地址,商品标题,实付金额,付款方式';
  expect([
    of('订单.csv', till),
    of('order_2026.csv', 'receipt_no,cashier,store,sku,qty,total'),
    of('六月订单明细.xlsx', paid),
    of('网店订单.csv', '单号,日期,金额,付款方式', '现金', '微信'),
    // A mini-program sends as well, and the name is what tells it.
    of('小程序订单.csv', sent),
    of('Sheet1.csv', sent),
    of('export.csv', 'Order ID,Consignee,Tracking number,Total'),
    // Both a cashier and somebody to send it to: the name decides.
    of('门店订单.csv', `${till},收货地址`),
    of('订单.csv', `${till},收货地址`),
    // No sales, whoever wrote them down; and a name that says whose it is.
    of('会员.csv', '卡号,姓名,开卡门店,收银员'),
    of('shop-订单.csv', till),
    of('Sheet1.csv', '单号,日期,金额'),
  ]).toEqual([
    'pos',
    'pos',
    'pos',
    'pos',
    'wechat',
    'shop',
    'shop',
    'pos',
    'shop',
    'crm',
    'shop',
    null,
  ]);
});
