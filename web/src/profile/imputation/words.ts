import { useCallback } from 'react';
import type { ImputationAccuracy, ImputationField, ImputationMethod, Value } from '#api';
import { useLexicon } from '#condition';
import { useFormat, useLabel, useTranslation } from '#shell';
import { written } from '../portrait/summary';

/** A value of a field as it is read, codes by their names. */
export function useSaid(): (field: string, value: Value | undefined) => string {
  const words = useLexicon();
  const label = useLabel();
  const format = useFormat();
  return useCallback(
    (field, value) => {
      const code = words.field(`customer.${field}`)?.codes.find((one) => one.value === value);
      return (code ? label(code.label) : written(value, format)) ?? '—';
    },
    [words, label, format],
  );
}

/** What a method does, in a sentence: 同“手机号前 7 位”的人里最多的值（至少 20 人已知，且占 70% 以上）。 */
export function useMethodWords(): (
  method: ImputationMethod,
  type: string,
  field: string,
  keys: ImputationField['keys'],
) => string {
  const { t } = useTranslation('profile');
  const label = useLabel();
  const format = useFormat();
  const said = useSaid();
  return useCallback(
    (method, type, field, keys) => {
      const kind = type === 'text' ? 'mode' : 'median';
      const by = (names: readonly string[]) =>
        names
          .map((name) => label(keys.find((key) => key.name === name)?.label) || name)
          .join(t('comma'));
      switch (method.type) {
        case 'constant':
          return t('impute.does.constant', { value: said(field, method.value) });
        case 'typical':
          return t(`impute.does.typical.${kind}`);
        case 'grouped':
          return t(`impute.does.grouped.${kind}`, {
            by: by(method.by),
            least: format.full(method.least),
            percent: method.percent,
          });
        case 'model':
          return t(`impute.does.model.${kind}`, { by: by(method.by), percent: method.percent });
      }
    },
    [t, label, format, said],
  );
}

/** How far off: days are whole. */
export const off = (error: number, type: string, format: ReturnType<typeof useFormat>): string =>
  type === 'day' ? format.full(Math.round(error)) : format.number(error);

/** How right it was, in a few words: 命中 86.0%（83.1 – 88.5），n=600。 */
export function useAccuracyWords(): (accuracy: ImputationAccuracy, type: string) => string {
  const { t } = useTranslation('profile');
  const format = useFormat();
  return useCallback(
    (accuracy, type) => {
      const n = format.full(accuracy.answered);
      if (accuracy.verdict === 'too_few') return t('impute.few', { n });
      if (type === 'text')
        return t('impute.hits', {
          share: format.percent(accuracy.hits / accuracy.answered),
          from: format.percent(accuracy.from ?? 0),
          to: format.percent(accuracy.to ?? 0),
          n,
        });
      return t(type === 'day' ? 'impute.days' : 'impute.off', {
        error: off(accuracy.error ?? 0, type, format),
        n,
      });
    },
    [t, format],
  );
}
