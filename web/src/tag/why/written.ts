import { useCallback } from 'react';
import type { Value } from '#api';
import { useLexicon } from '#condition';
import { useFormat, useLabel, useTranslation } from '#shell';

/** How a value is written: values of the tag by their names, days and numbers as everywhere. */
export function useWritten(trait?: string): (value: Value) => string {
  const { t } = useTranslation('tag');
  const format = useFormat();
  const label = useLabel();
  const words = useLexicon();
  return useCallback(
    (value) => {
      if (value === null || value === '') return t('nothing');
      const coded =
        trait && typeof value !== 'object'
          ? words.trait(trait)?.values.find((one) => String(one.value) === String(value))
          : undefined;
      if (coded && typeof value !== 'boolean' && value !== 'true') return label(coded.label);
      if (value === true || value === 'true') return t('yes');
      if (value === false || value === 'false') return t('no');
      if (typeof value === 'number') return format.full(value);
      if (Array.isArray(value)) return value.join(' · ');
      if (typeof value === 'object')
        return 'day' in value ? format.day(value.day) : format.moment(value.moment);
      return value;
    },
    [t, format, label, words, trait],
  );
}
