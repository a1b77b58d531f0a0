import { DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import type { Cell, Value } from '#api';
import { useSession, useTranslation } from '#shell';
import type { TestOp } from '../draft';
import type { Kind } from '../vocabulary';
import css from './builder.module.css';
import { clockOf, momentAt } from './moments';

export interface Choice {
  value: Cell;
  label: string;
}

interface Props {
  op: TestOp;
  kind: Kind;
  values: Value[];
  choices?: Choice[];
  onChange: (values: Value[]) => void;
}

/** The values of a rule: words, choices, numbers, days; one, two, or many, as its operator asks. */
export function ValuesInput({ op, kind, values, choices, onChange }: Props) {
  const { t } = useTranslation('condition');
  switch (op) {
    case 'missing':
    case 'present':
      return null;
    case 'contains':
    case 'notContains':
    case 'startsWith':
      return (
        <span data-asks className={css.value}>
          <Input
            value={typeof values[0] === 'string' ? values[0] : ''}
            maxLength={200}
            aria-label={t('builder.value')}
            onChange={(event) => onChange([event.target.value])}
          />
        </span>
      );
    case 'in':
    case 'notIn':
    case 'hasAll':
      return <ListInput kind={kind} values={values} choices={choices} onChange={onChange} />;
    case 'between':
      return (
        <span data-asks className={css.range}>
          <One
            kind={kind}
            value={values[0]}
            label={t('builder.from')}
            onChange={(low) => onChange([low, values[1] ?? null])}
          />
          <span>{t('builder.to')}</span>
          <One
            kind={kind}
            value={values[1]}
            label={t('builder.upTo')}
            onChange={(high) => onChange([values[0] ?? null, high])}
          />
        </span>
      );
    case 'EQ':
    case 'NE':
    case 'GE':
    case 'GT':
    case 'LE':
    case 'LT':
      return (
        <span data-asks className={css.single}>
          <One
            kind={kind}
            value={values[0]}
            label={t('builder.value')}
            onChange={(value) => onChange(value === null ? [] : [value])}
          />
        </span>
      );
  }
}

function ListInput({ kind, values, choices, onChange }: Omit<Props, 'op'>) {
  const { t } = useTranslation('condition');
  if (kind === 'flag')
    return (
      <Select<string>
        className={css.single}
        value={values[0] === false ? 'no' : 'yes'}
        aria-label={t('builder.value')}
        onChange={(value) => onChange([value === 'yes'])}
        options={[
          { value: 'yes', label: t('yes') },
          { value: 'no', label: t('no') },
        ]}
      />
    );
  const isChoice = choices !== undefined && choices.length > 0;
  const asText = (value: Value) => (typeof value === 'string' ? value : JSON.stringify(value));
  const asValue = (text: string): Value => {
    const choice = choices?.find((one) => asText(one.value) === text);
    if (choice) return choice.value;
    return kind === 'number' && text.trim() !== '' && !Number.isNaN(Number(text))
      ? Number(text)
      : text.trim();
  };
  return (
    <span data-asks className={css.value}>
      <Select<string[]>
        mode={isChoice ? 'multiple' : 'tags'}
        // Free words have nothing to choose from: no empty list opens under them.
        open={isChoice ? undefined : false}
        className={isChoice ? undefined : css.words}
        value={values.map(asText)}
        maxTagCount={8}
        tokenSeparators={isChoice ? undefined : SEPARATORS}
        showSearch={{ optionFilterProp: 'label' }}
        placeholder={t(isChoice ? 'builder.choose' : 'builder.type')}
        aria-label={t('builder.values')}
        onChange={(texts) => onChange(texts.map(asValue).filter((value) => value !== ''))}
        options={choices?.map((one) => ({ value: asText(one.value), label: one.label }))}
        style={{ width: '100%' }}
      />
    </span>
  );
}

// As they come when a column is pasted from a sheet or a list from a chat.
const SEPARATORS = [',', '\uFF0C', '\u3001', ';', '\uFF1B', '\n', '\t'];

function One({
  kind,
  value,
  label,
  onChange,
}: {
  kind: Kind;
  value: Value | undefined;
  label: string;
  onChange: (value: Value) => void;
}) {
  const { company } = useSession();
  if (kind === 'day') {
    const day = value && typeof value === 'object' && 'day' in value ? dayjs(value.day) : null;
    return (
      <DatePicker
        className={css.one}
        value={day}
        aria-label={label}
        onChange={(at) => onChange(at ? { day: at.format('YYYY-MM-DD') } : null)}
      />
    );
  }
  if (kind === 'moment') {
    const at =
      value && typeof value === 'object' && 'moment' in value
        ? dayjs(clockOf(value.moment, company.zone))
        : null;
    return (
      <DatePicker
        className={css.one}
        showTime={{ format: 'HH:mm' }}
        format="YYYY-MM-DD HH:mm"
        value={at}
        aria-label={label}
        onChange={(clock) =>
          onChange(
            clock ? { moment: momentAt(clock.format('YYYY-MM-DDTHH:mm'), company.zone) } : null,
          )
        }
      />
    );
  }
  if (kind === 'number')
    return (
      <InputNumber<number>
        className={css.one}
        value={typeof value === 'number' ? value : null}
        aria-label={label}
        onChange={(number) => onChange(number)}
      />
    );
  return (
    <Input
      className={css.one}
      value={typeof value === 'string' ? value : ''}
      aria-label={label}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    />
  );
}
