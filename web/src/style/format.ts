/**
 * How numbers, money, shares and days are written. All screens and charts write them through here.
 *
 * Worked example, 123456.78 yuan: Chinese `¥12.3万`, English `¥123.5K`, in full `¥123,456.78`.
 */
export type Locale = 'zh' | 'en';

export interface Setting {
  locale: Locale;
  currency: string;
  /** The company's zone: a moment is shown at the clock on its wall. */
  zone: string;
}

/** An estimate with its interval, as the server gives it. */
export interface Span {
  low: number;
  estimate: number;
  high: number;
}

/** What may hold a number: a cell of a table may also hold a list, which is none. */
type Amount = number | string | string[] | null | undefined;

export interface Format {
  readonly setting: Setting;
  /** Short: 12.3万, 123.5K. For tiles and axes; put `full` on hover. */
  number: (value: Amount) => string;
  /** With one decimal: 23.2. For a return, which has no unit. */
  decimal: (value: Amount) => string;
  /** Every digit, grouped: 123,456. For tables. */
  full: (value: Amount) => string;
  money: (value: Amount) => string;
  moneyFull: (value: Amount) => string;
  /** A share 0…1 as a percentage with one decimal. */
  percent: (share: Amount) => string;
  /** A change as +3.2% / −1.0%; a change of a share, with `points`, in percentage points. */
  change: (share: Amount) => string;
  points: (difference: Amount) => string;
  /** `+3.2% (1.1 – 5.3)` of shares. */
  percentSpan: (span: Span) => string;
  /** `+2.3 个百分点 (1.0 – 3.6)` of a difference of shares. */
  pointsSpan: (span: Span) => string;
  /** `¥2.6万 (¥0.8万 – ¥4.3万)`: three amounts that are compared stand in one unit. */
  moneySpan: (span: Span) => string;
  /** The three amounts of `moneySpan` by themselves. */
  moneyParts: (span: Span) => { low: string; estimate: string; high: string };
  day: (day: string | null | undefined) => string;
  /** 11-22, Nov 22. */
  dayShort: (day: string | null | undefined) => string;
  /** 2026年11月, Nov 2026. */
  month: (day: string | null | undefined) => string;
  moment: (moment: string | null | undefined) => string;
  /** The company's day of a moment. */
  dayOf: (moment: string | null | undefined) => string;
  /** 3 分钟前, 3 minutes ago. */
  ago: (moment: string | null | undefined, now: number) => string;
  bytes: (bytes: number) => string;
  duration: (milliseconds: number) => string;
  /** "数据不足 (n=12)" in place of a shaky number. */
  tooFew: (n: number) => string;
}

/** What stands where there is nothing to say; 0 is a number and is written 0. */
export const NOTHING = '—';

const MINUS = '\u2212';

export function makeFormat(setting: Setting): Format {
  const { locale, currency, zone } = setting;
  const tag = locale === 'zh' ? 'zh-CN' : 'en-US';
  const plain = new Intl.NumberFormat(tag, { maximumFractionDigits: 2 });
  const one = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const oneFixed = new Intl.NumberFormat(tag, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  const sign = symbolOf(tag, currency);
  const digits = digitsOf(currency);
  const cents = new Intl.NumberFormat(tag, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });

  const shorten = (value: number, rest = plain): string => {
    const size = Math.abs(value);
    for (const [unit, from, word] of UNITS[locale]) {
      if (size >= from) {
        return one.format(value / unit).replace('-', MINUS) + word;
      }
    }
    return rest.format(value).replace('-', MINUS);
  };
  /** Several amounts in the unit of the largest; small ones keep the digits that tell them apart. */
  const together = (values: number[]): string[] => {
    const largest = Math.max(...values.map(Math.abs));
    const [unit, , word] = UNITS[locale].find(([, from]) => largest >= from) ?? [1, 0, ''];
    const digits =
      unit === 1
        ? largest >= 100
          ? 0
          : 2
        : values.some((value) => value !== 0 && Math.abs(value / unit) < 0.05)
          ? 2
          : 1;
    const how = new Intl.NumberFormat(tag, {
      minimumFractionDigits: unit === 1 ? 0 : digits,
      maximumFractionDigits: digits,
    });
    return values.map((value) => {
      const text = how.format(value / unit).replace('-', MINUS);
      return (/[1-9]/.test(text) ? text : text.replace(MINUS, '')) + word;
    });
  };
  const moneyParts = ({ low, estimate, high }: Span) => {
    const [first = '', second = '', third = ''] = together([low, estimate, high]).map(withSign);
    return { low: first, estimate: second, high: third };
  };
  const withSign = (text: string) =>
    text.startsWith(MINUS) ? MINUS + sign + text.slice(1) : sign + text;
  const signed = (value: number, digits: Intl.NumberFormat, suffix: string) => {
    const text = digits.format(Math.abs(value));
    const isZero = Number(text.replace(/[^0-9.]/g, '')) === 0;
    return (isZero ? '' : value > 0 ? '+' : MINUS) + text + suffix;
  };

  const write = (value: Amount, how: (n: number) => string): string => {
    const n = toNumber(value);
    return n === null ? NOTHING : how(n);
  };
  const writeDay = (day: string | null | undefined, how: Intl.DateTimeFormat): string => {
    if (!day) return NOTHING;
    const at = new Date(`${day.slice(0, 10)}T00:00:00Z`);
    return Number.isNaN(at.getTime()) ? day : how.format(at);
  };
  const days = {
    full: new Intl.DateTimeFormat(tag, {
      year: 'numeric',
      month: locale === 'zh' ? 'long' : 'short',
      day: 'numeric',
      timeZone: 'UTC',
    }),
    short: new Intl.DateTimeFormat(tag, {
      month: locale === 'zh' ? '2-digit' : 'short',
      day: locale === 'zh' ? '2-digit' : 'numeric',
      timeZone: 'UTC',
    }),
    month: new Intl.DateTimeFormat(tag, {
      year: 'numeric',
      month: locale === 'zh' ? 'long' : 'short',
      timeZone: 'UTC',
    }),
    dayOf: new Intl.DateTimeFormat(tag, {
      year: 'numeric',
      month: locale === 'zh' ? 'long' : 'short',
      day: 'numeric',
      timeZone: zone,
    }),
    moment: new Intl.DateTimeFormat(tag, {
      year: 'numeric',
      month: locale === 'zh' ? 'long' : 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      hourCycle: 'h23',
      timeZone: zone,
    }),
  };
  const relative = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' });

  return {
    setting,
    number: (value) => write(value, shorten),
    decimal: (value) => write(value, (n) => oneFixed.format(n).replace('-', MINUS)),
    full: (value) => write(value, (n) => plain.format(n).replace('-', MINUS)),
    money: (value) =>
      // ¥486.10 has its cents, ¥593 on an axis needs none.
      write(value, (n) => withSign(shorten(n, Number.isInteger(n) ? plain : cents))),
    // Amounts below each other have the same decimals.
    moneyFull: (value) => write(value, (n) => withSign(cents.format(n).replace('-', MINUS))),
    percent: (share) => write(share, (n) => oneFixed.format(n * 100).replace('-', MINUS) + '%'),
    change: (share) => write(share, (n) => signed(n * 100, oneFixed, '%')),
    points: (difference) =>
      write(difference, (n) => signed(n * 100, oneFixed, locale === 'zh' ? ' 个百分点' : ' pp')),
    percentSpan: (span) =>
      `${signed(span.estimate * 100, oneFixed, '%')} (${oneFixed.format(span.low * 100).replace('-', MINUS)} – ${oneFixed.format(span.high * 100).replace('-', MINUS)})`,
    pointsSpan: (span) =>
      `${signed(span.estimate * 100, oneFixed, locale === 'zh' ? ' 个百分点' : ' pp')} (${oneFixed.format(span.low * 100).replace('-', MINUS)} – ${oneFixed.format(span.high * 100).replace('-', MINUS)})`,
    moneySpan: (span) => {
      const { low, estimate, high } = moneyParts(span);
      return `${estimate} (${low} – ${high})`;
    },
    moneyParts,
    day: (day) => writeDay(day, days.full),
    dayShort: (day) => writeDay(day, days.short).replace('/', '-'),
    month: (day) => writeDay(day, days.month),
    moment: (moment) => {
      if (!moment) return NOTHING;
      const at = new Date(moment);
      return Number.isNaN(at.getTime()) ? moment : days.moment.format(at);
    },
    dayOf: (moment) => {
      if (!moment) return NOTHING;
      const at = new Date(moment);
      return Number.isNaN(at.getTime()) ? moment : days.dayOf.format(at);
    },
    ago: (moment, now) => {
      if (!moment) return NOTHING;
      const seconds = (new Date(moment).getTime() - now) / 1000;
      for (const [unit, length] of SPANS) {
        if (Math.abs(seconds) >= length) return relative.format(Math.trunc(seconds / length), unit);
      }
      return relative.format(0, 'second');
    },
    bytes: (bytes) => {
      let n = bytes;
      for (const unit of ['B', 'KB', 'MB']) {
        if (n < 1024) return `${one.format(n)} ${unit}`;
        n /= 1024;
      }
      return `${one.format(n)} GB`;
    },
    duration: (milliseconds) => {
      if (milliseconds < 1000)
        return locale === 'zh' ? `${milliseconds} 毫秒` : `${milliseconds} ms`;
      const seconds = Math.round(milliseconds / 1000);
      if (seconds < 60) return locale === 'zh' ? `${seconds} 秒` : `${seconds} s`;
      const minutes = Math.floor(seconds / 60);
      return locale === 'zh'
        ? `${minutes} 分 ${seconds % 60} 秒`
        : `${minutes} min ${seconds % 60} s`;
    },
    tooFew: (n) =>
      locale === 'zh' ? `数据不足 (n=${plain.format(n)})` : `Too few (n=${plain.format(n)})`,
  };
}

/** Unit, from where it is used, its word. 99,999,500 is 1亿 already: it would round to 10000万. */
const UNITS: Record<Locale, [number, number, string][]> = {
  zh: [
    [1e8, 99_999_500, '亿'],
    [1e4, 9_999.995, '万'],
  ],
  en: [
    [1e9, 999_950_000, 'B'],
    [1e6, 999_950, 'M'],
    [1e3, 9_999.995, 'K'],
  ],
};

const SPANS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 365 * 86400],
  ['month', 30 * 86400],
  ['day', 86400],
  ['hour', 3600],
  ['minute', 60],
];

/** What people call a currency where its sign does not stand: Chinese 元, 美元; English CNY, USD. */
export function currencyName(currency: string, locale: Locale): string {
  if (locale === 'en') return currency;
  // The company's own yuan is no 人民币 to itself.
  if (currency === 'CNY') return '元';
  return new Intl.DisplayNames('zh-CN', { type: 'currency' }).of(currency) ?? currency;
}

function symbolOf(tag: string, currency: string): string {
  const parts = new Intl.NumberFormat(tag, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
  }).formatToParts(0);
  return parts.find((part) => part.type === 'currency')?.value ?? currency;
}

/** How many decimals the currency has: 2 for CNY, none for JPY. */
const digitsOf = (currency: string): number =>
  new Intl.NumberFormat('en-US', { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits ?? 2;

/** Decimals may travel as strings, so that no digit is lost on the way. */
export function toNumber(value: Amount): number | null {
  if (value === null || value === undefined || value === '' || Array.isArray(value)) return null;
  const n = typeof value === 'number' ? value : Number(value);
  return Number.isFinite(n) ? n : null;
}
