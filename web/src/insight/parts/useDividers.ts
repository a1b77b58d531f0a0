import { useMemo } from 'react';
import type { Label } from '#api';
import { isSegment, isSeveral, kindOf, useLexicon } from '#condition';
import { useLabel, useTranslation } from '#shell';

/**
 * What customers may be told apart by, in groups for a menu: tags first; of the fields those that
 * are neither personal nor a number or day of their own. `rows`: fields of orders, goods or events
 * that stand before them. `parts`: nobody may be in two parts, as in a trend, which leaves out tags of
 * which a customer may hold several values.
 */
export function useDividers(rows: readonly string[] = [], parts = false) {
  const { t } = useTranslation('insight');
  const label = useLabel();
  const { vocabulary } = useLexicon();
  const key = rows.join();
  return useMemo(() => {
    const option = (value: string, name: Label) => ({ value, label: label(name) });
    const traits = (wanted: boolean) =>
      vocabulary.traits
        .filter((one) => isSegment(one.trait) === wanted && !(parts && isSeveral(one)))
        .map((one) => option(one.trait, one.label));
    const fields = vocabulary.attributes
      .filter((field) => field.sensitivity === 'open')
      .filter((field) => ['text', 'flag'].includes(kindOf(field.type)))
      .map((field) => option(field.key, field.label));
    const ofRows = key === '' ? [] : key.split(',');
    return [
      {
        label: t('by.rows'),
        options: ofRows.map((value) => ({ value, label: t(`rowField.${value.split('.')[1]}`) })),
      },
      { label: t('by.tags'), options: traits(false) },
      { label: t('by.fields'), options: fields },
      { label: t('by.segments'), options: traits(true) },
    ].filter((group) => group.options.length > 0);
  }, [vocabulary, label, t, key, parts]);
}
