/** What somebody typed as an amount of money, or what is wrong with it. */
export type Amount =
  | { kind: 'none' }
  | { kind: 'of'; value: number }
  | { kind: 'bad'; why: 'notNumber' | 'negative' | 'tooLarge' | 'places' };

export interface Limits {
  most: number;
  places: number;
}

/** What a message costs is a fraction of a cent at times: 0.0425. The server holds the same. */
export const PER_MESSAGE: Limits = { most: 1_000_000, places: 4 };
export const OTHER: Limits = { most: 100_000_000_000, places: 2 };

const GROUPED = /^\d{1,3}(,\d{3})+(\.\d*)?$/;
const PLAIN = /^(\d+\.?\d*|\.\d+)$/;

/** ¥1,200.50, 1200.5元 and １２００.５ are the same; 0,05 is none, for it may be 5 or a twentieth. */
export function amountOf(typed: string, { most, places }: Limits): Amount {
  const text = typed
    .normalize('NFKC')
    .replaceAll('，', ',')
    .replace(/\s/g, '')
    .replace(/^[¥$€]/, '')
    .replace(/元$/, '');
  if (text === '') return typed.trim() === '' ? { kind: 'none' } : bad('notNumber');
  const size = text.replace(/^[-−]/, '');
  if (!GROUPED.test(size) && !PLAIN.test(size)) return bad('notNumber');
  const digits = size.replaceAll(',', '');
  const value = Number(digits);
  if (size !== text && value > 0) return bad('negative');
  if (value > most) return bad('tooLarge');
  if ((digits.split('.')[1] ?? '').replace(/0+$/, '').length > places) return bad('places');
  return { kind: 'of', value };
}

const bad = (why: (Amount & { kind: 'bad' })['why']): Amount => ({ kind: 'bad', why });
