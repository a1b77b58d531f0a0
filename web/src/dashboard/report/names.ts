import { useLexicon } from '#condition';
import { useLabel, useTranslation } from '#shell';
import { useSourceNames } from '#source';

/** What a value of a division is called on the screen: codes by their labels, ages in words. */
export function useValueName() {
  const { t } = useTranslation('dashboard');
  const label = useLabel();
  const lexicon = useLexicon();
  const source = useSourceNames();
  return (division: string, value: string): string => {
    if (division === 'source') return source(value);
    if (division === 'age') return t(`report.age.${value}`);
    const codes =
      division === 'rfm'
        ? (lexicon.trait('tag/rfm')?.values ?? [])
        : (lexicon.field(`customer.${division}`)?.codes ??
          lexicon.behaviour('order')?.fields.find((field) => field.key === `order.${division}`)
            ?.codes ??
          []);
    const found = codes.find((code) => String(code.value) === value)?.label;
    return found ? label(found) : value;
  };
}
