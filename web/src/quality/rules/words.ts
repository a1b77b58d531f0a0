import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { CleaningRule, TextForm } from '#api';
import { useFormat } from '#shell';
import { useFieldNames } from '#source';

/** What must hold, in a sentence: 付款时间不早于下单时间. */
export function useCheckWords(): (check: CleaningRule) => string {
  const { t } = useTranslation('quality');
  const fieldName = useFieldNames();
  const format = useFormat();
  return useCallback(
    (check) => {
      const field = fieldName(check.field);
      switch (check.type) {
        case 'required':
        case 'unique':
          return t(`says.${check.type}`, { field });
        case 'pattern':
          return t('says.pattern', { field, form: formWords(check.form, t) });
        case 'range': {
          const { from, to } = check;
          const ends = { field, from: format.number(from ?? 0), to: format.number(to ?? 0) };
          if (from === undefined) return t('says.atMost', ends);
          return t(to === undefined ? 'says.atLeast' : 'says.between', ends);
        }
        case 'oneOf':
          return t('says.oneOf', { field, values: check.values.join(t('says.comma')) });
        case 'comparison':
          return t('says.comparison', {
            field,
            op: t(`op.${check.op}`),
            other: fieldName(check.other),
          });
        case 'plausibleDate':
          return t('says.plausibleDate', { field, day: format.day(check.from) });
        case 'outlier': {
          const [by] = check.by;
          return by
            ? t('says.outlierBy', { field, by: fieldName(by) })
            : t('says.outlier', { field });
        }
      }
    },
    [t, fieldName, format],
  );
}

type Say = (key: string, values?: Record<string, unknown>) => string;

function formWords(form: TextForm, t: Say): string {
  switch (form.type) {
    case 'phone':
    case 'email':
      return t(`form.${form.type}`);
    case 'digits':
    case 'lettersAndDigits':
      return t(form.least === form.most ? `says.${form.type}` : `says.${form.type}Between`, {
        least: form.least,
        most: form.most,
      });
    case 'matches':
      return t('says.matches', { regex: form.regex });
  }
}
