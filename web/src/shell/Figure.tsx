import type { Decimal } from '#api';
import { currencyName } from '#style';
import { useFormat, useSession } from './session';
import { usePreferences } from './theme/preferences';
import { useLocale } from './i18n';

interface Props {
  value: Decimal | null | undefined;
  as?: 'number' | 'money' | 'percent';
}

/** A number written short, with every digit on hover. */
export function Figure({ value, as = 'number' }: Props) {
  const format = useFormat();
  if (as === 'percent') return <span>{format.percent(value)}</span>;
  const [short, full] =
    as === 'money'
      ? [format.money(value), format.moneyFull(value)]
      : [format.number(value), format.full(value)];
  return <span title={short === full ? undefined : full}>{short}</span>;
}

/** A change with arrow, sign and colour; whether red is a rise follows the person's setting. */
export function Change({
  share,
  points = false,
}: {
  share: number | null | undefined;
  /** The measure is a share itself: its change is said in percentage points. */
  points?: boolean;
}) {
  const format = useFormat();
  const rise = useRiseColour();
  if (share === null || share === undefined) return <span>{format.change(null)}</span>;
  const colour = { red: 'var(--gb-danger)', green: 'var(--gb-good)' };
  const fall = rise === 'red' ? 'green' : 'red';
  const text = points ? format.points(share) : format.change(share);
  // What rounds to nothing has no direction.
  const moved = /[1-9]/.test(text);
  const style = { color: moved ? colour[share > 0 ? rise : fall] : 'var(--gb-secondary)' };
  return (
    <span style={style}>
      {moved && (share > 0 ? '↑ ' : '↓ ')}
      {text}
    </span>
  );
}

/** Which colour a rise has: red in Chinese, green in English, or as the person chose. */
export function useRiseColour(): 'red' | 'green' {
  const locale = useLocale();
  const { rise } = usePreferences();
  return rise ?? (locale === 'zh' ? 'red' : 'green');
}

/** The currency that amounts are in, for headings: 元, CNY. */
export const useCurrency = (): string => {
  const locale = useLocale();
  return currencyName(useSession().company.currency, locale);
};
