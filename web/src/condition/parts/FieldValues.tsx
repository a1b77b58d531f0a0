import type { StandardField } from '#api';
import { kindOf } from '../vocabulary';
import { useChoices } from './useChoices';
import { ListInput } from './ValuesInput';

interface Props {
  id?: string;
  field: StandardField;
  value?: string[];
  onChange?: (values: string[]) => void;
}

/** Some values of a field by themselves, as part of a form: chosen from those that occur, or typed. */
export function FieldValues({ id, field, value, onChange }: Props) {
  return (
    <ListInput
      id={id}
      kind={kindOf(field.type)}
      values={value ?? []}
      {...useChoices(field)}
      onChange={(values) => onChange?.(values.filter((one) => typeof one === 'string'))}
    />
  );
}
