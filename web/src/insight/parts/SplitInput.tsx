import { Select } from 'antd';
import { useTranslation } from '#shell';
import { Field } from './Field';
import { useDividers } from './useDividers';

/** What the answer is told apart by; nothing by default. */
export function SplitInput({
  split,
  rows,
  onChange,
}: {
  split: string | null;
  /** Fields of orders, goods or events that it may be told apart by too. */
  rows: readonly string[];
  onChange: (split: string | null) => void;
}) {
  const { t } = useTranslation('insight');
  const dividers = useDividers(rows, true);
  return (
    <Field label={t('field.split')} hint={split ? t('splitHint') : undefined}>
      {(id) => (
        <Select<string>
          id={id}
          value={split ?? ''}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          onChange={(value) => onChange(value === '' ? null : value)}
          options={[{ value: '', label: t('by.nothing') }, ...dividers]}
        />
      )}
    </Field>
  );
}
