import { DatePicker, Input, InputNumber, Select } from 'antd';
import dayjs from 'dayjs';
import type { Cell, Value } from '#api';
import { useFormat, useSession, useTranslation } from '#shell';
import type { TestOp } from '../draft';
import type { Kind } from '../vocabulary';
import css from './builder.module.css';
import { clockOf, momentAt } from './moments';

export interface Choice {
  value: Cell;
  label: string;
  /** How many hold it, where that is known. */
  customers?: number;
}

/** What there is to choose from. */
export interface Choices {
  choices?: Choice[];
  /** Whether words that are none of the choices may be typed as well. */
  open?: boolean;
  /** Is told what somebody looks for, from the moment they look: the choices follow. */
  seek?: (part: string) => void;
}

interface Props extends Choices {
  op: TestOp;
  kind: Kind;
  values: Value[];
  onChange: (values: Value[]) => void;
}

/** The values of a rule: words, choices, numbers, days; one, two, or many, as its operator asks. */
export function ValuesInput({ op, kind, values, onChange, ...offered }: Props) {
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
      return <ListInput kind={kind} values={values} onChange={onChange} {...offered} />;
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

/** Several values: chosen, typed, or both. */
export function ListInput({
  id,
  kind,
  values,
  choices,
  open,
  seek,
  onChange,
}: Omit<Props, 'op'> & { id?: string }) {
  const { t } = useTranslation('condition');
  const format = useFormat();
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
  const hasChoices = seek !== undefined || (choices !== undefined && choices.length > 0);
  const isTyped = !hasChoices || open === true;
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
      <Select<string[], ListOption>
        id={id}
        mode={isTyped ? 'tags' : 'multiple'}
        // Free words have nothing to choose from: no empty list opens under them.
        open={hasChoices ? undefined : false}
        className={hasChoices ? undefined : css.words}
        value={values.map(asText)}
        maxTagCount={8}
        tokenSeparators={isTyped ? SEPARATORS : undefined}
        showSearch={{ optionFilterProp: 'label', onSearch: seek }}
        // Not before somebody looks: a condition of ten rules must not ask ten questions to be read.
        onFocus={() => seek?.('')}
        notFoundContent={seek && choices?.length === 0 ? null : undefined}
        placeholder={t(
          hasChoices ? (isTyped ? 'builder.chooseOrType' : 'builder.choose') : 'builder.type',
        )}
        aria-label={t('builder.values')}
        onChange={(texts) => onChange(texts.map(asValue).filter((value) => value !== ''))}
        options={choices?.map(({ value, label, customers }) => ({
          value: asText(value),
          label,
          customers,
        }))}
        optionRender={({ label, data }) => (
          <span className={css.option}>
            <span>{label}</span>
            {data.customers !== undefined && (
              <span className={css.optionCount}>
                {t('builder.heads', { n: format.full(data.customers) })}
              </span>
            )}
          </span>
        )}
        // Names of goods are longer than the narrow box of a filter.
        styles={{ popup: { root: { minWidth: 260 } } }}
        style={{ width: '100%' }}
      />
    </span>
  );
}

interface ListOption {
  value: string;
  label: string;
  customers: number | undefined;
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
