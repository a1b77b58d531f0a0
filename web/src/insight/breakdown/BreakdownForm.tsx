import { Radio, Select } from 'antd';
import { useMemo } from 'react';
import { isSegment, kindOf, useLexicon } from '#condition';
import { useLabel, useTranslation } from '#shell';
import { Choices, Field } from '../parts/Field';
import { SpanInput } from '../parts/SpanInput';
import type { BreakdownQuestion } from '../question';

interface Props {
  question: BreakdownQuestion;
  latest: string;
  onChange: (change: Partial<BreakdownQuestion>) => void;
}

/** Customers or what they bought, told apart by a tag, a segment or a field of theirs. */
export function BreakdownForm({ question, latest, onChange }: Props) {
  const { t } = useTranslation('insight');
  const dividers = useDividers();
  return (
    <>
      <Field label={t('field.by')}>
        {(id) => (
          <Select<string>
            id={id}
            value={question.by}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            onChange={(by) => onChange({ by })}
            options={dividers}
          />
        )}
      </Field>
      <Choices label={t('field.measure')}>
        {(id) => (
          <Radio.Group
            aria-labelledby={id}
            optionType="button"
            block
            value={question.measure}
            onChange={(event) =>
              onChange({ measure: event.target.value as BreakdownQuestion['measure'] })
            }
            options={(['revenue', 'customers'] as const).map((value) => ({
              value,
              label: t(`measure.${value}`),
            }))}
          />
        )}
      </Choices>
      <Field
        label={t('field.bought')}
        hint={question.measure === 'customers' ? t('measure.customersHint') : undefined}
      >
        {(id) => (
          <SpanInput
            id={id}
            span={question.span}
            latest={latest}
            none={t('span.ever')}
            onChange={(span) => onChange({ span })}
          />
        )}
      </Field>
    </>
  );
}

/** Tags first; of the fields those that are neither personal nor a number or day of their own. */
function useDividers() {
  const { t } = useTranslation('insight');
  const label = useLabel();
  const { vocabulary } = useLexicon();
  return useMemo(() => {
    const option = (value: string, name: Parameters<typeof label>[0]) => ({
      value,
      label: label(name),
    });
    const traits = (wanted: boolean) =>
      vocabulary.traits
        .filter((one) => isSegment(one.trait) === wanted)
        .map((one) => option(one.trait, one.label));
    const fields = vocabulary.attributes
      .filter((field) => field.sensitivity === 'open')
      .filter((field) => ['text', 'flag'].includes(kindOf(field.type)))
      .map((field) => option(field.key, field.label));
    return [
      { label: t('by.tags'), options: traits(false) },
      { label: t('by.fields'), options: fields },
      { label: t('by.segments'), options: traits(true) },
    ].filter((group) => group.options.length > 0);
  }, [vocabulary, label, t]);
}
