import { Radio, Select } from 'antd';
import { useTranslation } from '#shell';
import { Choices, Field } from '../parts/Field';
import { useDividers } from '../parts/useDividers';
import { WhoInput } from '../parts/WhoInput';
import { MOST_FIELDS, type ProfileQuestion } from '../question';

interface Props {
  question: ProfileQuestion;
  onChange: (change: Partial<ProfileQuestion>) => void;
}

/** Which group, by which fields and tags, in which order. */
export function ProfileForm({ question, onChange }: Props) {
  const { t } = useTranslation('insight');
  const dividers = useDividers();
  return (
    <>
      <Field label={t('field.group')} hint={question.who ? undefined : t('profile.chooseGroup')}>
        {(id) => <WhoInput id={id} who={question.who} onChange={(who) => onChange({ who })} />}
      </Field>
      <Field label={t('field.fields')} hint={t('profile.fieldsHint', { most: MOST_FIELDS })}>
        {(id) => (
          <Select<string[]>
            id={id}
            mode="multiple"
            value={question.by}
            maxCount={MOST_FIELDS}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(by) => by.length > 0 && onChange({ by })}
            options={dividers}
          />
        )}
      </Field>
      <Choices label={t('field.sort')} hint={t(`profile.sortHint.${question.sort}`)}>
        {(id) => (
          <Radio.Group
            aria-labelledby={id}
            optionType="button"
            block
            value={question.sort}
            onChange={(event) => onChange({ sort: event.target.value as ProfileQuestion['sort'] })}
            options={(['weight', 'tgi'] as const).map((value) => ({
              value,
              label: t(`profile.sort.${value}`),
            }))}
          />
        )}
      </Choices>
    </>
  );
}
