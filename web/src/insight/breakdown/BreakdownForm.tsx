import { Radio, Select } from 'antd';
import { useTranslation } from '#shell';
import { Choices, Field } from '../parts/Field';
import { SpanInput } from '../parts/SpanInput';
import { useDividers } from '../parts/useDividers';
import { WhoInput } from '../parts/WhoInput';
import { PROVINCE, type BreakdownQuestion } from '../question';

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
      <Field label={t('field.who')}>
        {(id) => <WhoInput id={id} who={question.who} onChange={(who) => onChange({ who })} />}
      </Field>
      {question.by === PROVINCE && (
        <Choices label={t('field.as')}>
          {(id) => (
            <Radio.Group
              aria-labelledby={id}
              optionType="button"
              block
              value={question.as}
              onChange={(event) => onChange({ as: event.target.value as BreakdownQuestion['as'] })}
              options={(['bar', 'map'] as const).map((value) => ({
                value,
                label: t(`as.${value}`),
              }))}
            />
          )}
        </Choices>
      )}
    </>
  );
}
