import type { FileLook } from '#api';

type Column = Pick<FileLook['columns'][number], 'name' | 'examples'>;

/** Only a till has these: whoever stands at it, which one it is, the slip it prints, its change. */
const TILL =
  /收银|款台|机台|机号|POS ?机|小票|班次|找零|cashier|\btill\b|\bregister( ?(no|id|number))?\b|\breceipt|\bpos ?(id|no)|\btender/i;
const STORE = /门店|分店|店号|店名|店铺|柜台|专柜|\bstore|\bshop\b|\bbranch|\boutlet/i;
const TENDER = /(支付|付款|收款|结算|结账)(方式|类型)|\bpay(ment)?[ _]?(method|type|mode|by)/i;
const MONEY = /实收|应收|实付|金额|单价|售价|合计|amount|total|price|\bpaid\b|\bsales\b/i;

/** Only what is sent to somebody, or sold on somebody else's platform, has these. */
const SENT =
  /收货|收件|快递|物流|运单|运费|发货|买家|旺旺|宝贝|平台|receiver|recipient|consignee|shipp|tracking|courier|buyer|platform/i;

const CASH = /^(现金|cash)$/i;

/**
 * The system that the columns of a file speak of, whatever it is called: sales with a cashier, or
 * with a store and a way to pay, and nobody to send them to, are of the till; sales that are sent to
 * somebody are of the online shop. Nothing where they speak of both, or of no sales.
 */
export function told(columns: readonly Column[]): 'pos' | 'shop' | null {
  const names = columns.map((column) => column.name.replaceAll('_', ' '));
  const some = (words: RegExp) => names.some((name) => words.test(name));
  if (!some(MONEY)) return null;
  const cash = columns.some((column) => column.examples.some((value) => CASH.test(value.trim())));
  const till = some(TILL) || (cash && some(TENDER));
  if (some(SENT)) return till ? null : 'shop';
  return till || (some(STORE) && some(TENDER)) ? 'pos' : null;
}
