import type { FileLook, Label } from '#api';
import { i18next } from '#shell';
import type { Origin } from './job';
import { told } from './telling';

/** The systems that most companies have, named in both languages. */
export const PRESETS: Origin[] = ['crm', 'shop', 'pos', 'wechat', 'messages', 'ads'].map(
  (source) => ({
    source,
    label: {
      zh: i18next.getFixedT('zh', 'source')(`origin.${source}`),
      en: i18next.getFixedT('en', 'source')(`origin.${source}`),
    },
  }),
);

/** A source's short name, as files and the command line say it: letters and digits, no underscore. */
export const isSourceName = (name: string): boolean => /^[a-z][a-z0-9]{0,19}$/.test(name);
export const isFeedName = (name: string): boolean => /^[a-z][a-z0-9_]{0,29}$/.test(name);

/** A short name made from what a person typed; Chinese leaves nothing, so a number is taken. */
export function shortName(typed: string, taken: readonly string[]): string {
  const plain = typed
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/^[0-9]+/, '')
    .slice(0, 20);
  if (plain !== '' && !taken.includes(plain)) return plain;
  for (let n = 1; ; n++) {
    const name = `${plain.slice(0, 16) || 'source'}${n}`;
    if (!taken.includes(name)) return name;
  }
}

export const labelled = (name: string): Label => ({ zh: name, en: name });

/** Words in the names of files, and the system that people mean by them. */
const TELLING: [RegExp, string][] = [
  [/会员|crm|member/i, 'crm'],
  [/小程序|微信|wechat|weapp/i, 'wechat'],
  [/门店|收银|pos(?![a-z])/i, 'pos'],
  [/短信|邮件|触达|sms|edm/i, 'messages'],
  [/投放|广告|推广|(^|[^a-z])ads?(?![a-z])/i, 'ads'],
  [/天猫|淘宝|京东|抖音|网店|商城|shop|订单/i, 'shop'],
];

/**
 * The system that a file seems to be of. A known system whose short name begins the file's goes
 * before all: shop-订单.csv is of the shop. Then the columns of a till, for half of all files are
 * called 订单; then the words of the name: 六月会员.xlsx is of the member system; then the columns of
 * a shop, which a mini-program has as well.
 */
export function guessOrigin(
  name: string,
  columns: FileLook['columns'],
  known: readonly Origin[],
): Origin | null {
  const all = [
    ...known,
    ...PRESETS.filter((preset) => !known.some((one) => one.source === preset.source)),
  ];
  const first = /^[a-z][a-z0-9]*/.exec(name.toLowerCase())?.[0];
  const begun = all.find((one) => one.source === first);
  if (begun) return { source: begun.source, label: begun.label };
  const content = told(columns);
  const words = TELLING.find(([one]) => one.test(name))?.[1];
  const meant = content === 'pos' ? content : (words ?? content);
  const found = all.find((one) => one.source === meant);
  return found ? { source: found.source, label: found.label } : null;
}
