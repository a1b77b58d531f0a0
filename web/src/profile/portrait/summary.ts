import type { Fact, Value, Worth } from '#api';
import type { Format } from '#style';

/** `phone` for `customer.phone`. */
export const fieldName = (field: string): string => field.replace(/^customer\./, '');

export const factOf = (facts: readonly Fact[], field: string): Fact | undefined =>
  facts.find((fact) => fieldName(fact.field) === field);

/** A value of a fact as it is read; nothing for what is not known. */
/** How many unlike values the other records say: those that repeat the one shown are none. */
export const unlike = ({ value, others }: Pick<Fact, 'value' | 'others'>): number =>
  new Set(
    others.map((other) => JSON.stringify(other.value)).filter((v) => v !== JSON.stringify(value)),
  ).size;

export function written(value: Value | undefined, format: Format): string | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return format.full(value);
  if (typeof value === 'boolean') return String(value);
  if (Array.isArray(value)) return value.join(' · ');
  if (typeof value === 'object')
    return 'day' in value ? format.day(value.day) : format.moment(value.moment);
  return value;
}

type Say = (key: string, slots?: Record<string, unknown>) => string;

/**
 * The person in one line, from what is known: 来自杭州市，金卡会员，2023年5月注册。买过 12 次，最近一次在 8
 * 天前。
 */
export function summary(facts: readonly Fact[], worth: Worth, say: Say, format: Format): string {
  const known = (field: string) => {
    const fact = factOf(facts, field);
    return fact && !fact.masked ? fact.value : null;
  };
  const place = written(known('city'), format) ?? written(known('province'), format);
  const level = written(known('level'), format);
  const registered = known('registered_at');
  const month =
    registered !== null && typeof registered === 'object' && 'moment' in registered
      ? format.month(dayOf(registered.moment, format.setting.zone))
      : null;
  const who = [
    place && say('summary.place', { place }),
    level && say('summary.level', { level }),
    month && say('summary.registered', { month }),
  ].filter((part) => part !== null);
  const { orders, daysSinceLast } = worth;
  const bought =
    orders === 0
      ? [say('summary.never')]
      : [
          say('summary.bought', { n: format.full(orders) }),
          daysSinceLast === undefined
            ? null
            : say(daysSinceLast <= 0 ? 'summary.today' : 'summary.last', {
                n: format.full(daysSinceLast),
              }),
        ].filter((part) => part !== null);
  return [who, bought]
    .filter((parts) => parts.length > 0)
    .map((parts) => capital(parts.join(say('summary.and'))) + say('summary.end'))
    .join(format.setting.locale === 'en' ? ' ' : '');
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A day or a moment as a day. */
export const dayWritten = (at: string, format: Format): string =>
  format.day(at.length > 10 ? dayOf(at, format.setting.zone) : at);

/** The day of a moment on the company's calendar. */
export const dayOf = (moment: string, zone: string): string =>
  new Intl.DateTimeFormat('en-CA', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    timeZone: zone,
  }).format(new Date(moment));
