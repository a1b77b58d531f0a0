import type { FieldInfo, FieldType, LookColumn } from '#api';

/** What a column that fits no field could be: from its name and what stands in it. */
export function guess(column: Pick<LookColumn, 'name' | 'type' | 'examples'>): FieldType {
  const examples = column.examples.map((one) => one.trim()).filter((one) => one !== '');
  if (examples.length > 0 && examples.every((one) => YES_NO.test(one))) return 'yesNo';
  switch (column.type) {
    case 'day':
      return 'day';
    case 'moment':
      return 'moment';
    case 'flag':
      return 'yesNo';
    case 'number':
      return MONEY.test(column.name) ? 'money' : 'number';
    case 'text':
      return 'text';
  }
}

const YES_NO = /^(是|否|yes|no|y|n|true|false|有|无|同意|不同意)$/i;
const MONEY = /金额|价|费|额|元|amount|price|fee|cost|money/i;

/** The kind of values a field holds, for the standard's own ones too. */
export function typeOf({ field, own }: FieldInfo): FieldType {
  if (own) return own.type;
  if (field.codes.length > 0) return 'choice';
  if (field.type === 'day') return 'day';
  if (field.type === 'moment') return 'moment';
  return field.type === 'decimal' || field.type === 'whole' ? 'number' : 'text';
}
