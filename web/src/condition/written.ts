import { useCallback } from 'react';
import type { Value } from '#api';
import { useFormat, useLabel, useTranslation } from '#shell';
import { useLexicon } from './api';
import { isSeveral } from './vocabulary';

/** How a value is written: values of the trait by their names, days and numbers as everywhere. */
export function useWritten(trait?: string): (value: Value) => string {
  const { t } = useTranslation('condition');
  const format = useFormat();
  const label = useLabel();
  const words = useLexicon();
  return useCallback(
    (value) => {
      if (value === null || value === '') return t('written.nothing');
      const known = trait === undefined ? undefined : words.trait(trait);
      if (Array.isArray(value) || (typeof value === 'string' && isSeveral(known)))
        return (typeof value === 'string' ? value.split('\u3001') : value)
          .map((one) => {
            const code = known?.values.find((coded) => coded.value === one);
            return code ? label(code.label) : one;
          })
          .join(t('written.between'));
      const coded =
        typeof value !== 'object'
          ? known?.values.find((one) => String(one.value) === String(value))
          : undefined;
      if (coded && typeof value !== 'boolean' && value !== 'true') return label(coded.label);
      if (value === true || value === 'true') return t('written.yes');
      if (value === false || value === 'false') return t('written.no');
      if (typeof value === 'number') return format.full(value);
      if (typeof value === 'object')
        return 'day' in value ? format.day(value.day) : format.moment(value.moment);
      return value;
    },
    [t, format, label, words, trait],
  );
}
