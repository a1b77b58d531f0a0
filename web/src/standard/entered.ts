import type { FieldInfo, FieldType, Sensitivity, WantedField } from '#api';

export const TYPES: readonly FieldType[] = [
  'text',
  'choice',
  'yesNo',
  'number',
  'money',
  'day',
  'moment',
];

/** What is known of a field before it is there. */
export interface Start {
  entity: string;
  label?: string;
  type?: FieldType;
}

/** A field as it stands in the form. */
export interface Entered {
  entity: string;
  zh: string;
  en?: string;
  type: FieldType;
  unit?: string;
  codes?: { zh: string; en?: string; value?: string }[];
  sensitivity: Sensitivity;
  mandatory: boolean;
  steward?: string;
  description?: string;
  name?: string;
}

export const columnOf = (key: string): string => key.slice(key.indexOf('.') + 1);

export function entered(start: Start, known?: FieldInfo): Entered {
  const words = (label: { zh: string; en: string }) => ({
    zh: label.zh,
    en: label.en === label.zh ? '' : label.en,
  });
  if (!known?.own)
    return {
      entity: start.entity,
      zh: start.label ?? '',
      type: start.type ?? 'text',
      codes: [{ zh: '' }, { zh: '' }],
      sensitivity: 'open',
      mandatory: false,
    };
  return {
    entity: start.entity,
    ...words(known.field.label),
    type: known.own.type,
    unit: known.own.unit,
    codes: known.field.codes.map((code) => ({ ...words(code.label), value: code.value })),
    sensitivity: known.field.sensitivity as Sensitivity,
    mandatory: known.field.mandatory,
    steward: known.own.steward,
    description: known.own.description,
  };
}

const either = (text: string | undefined, other: string) => {
  const typed = text?.trim() ?? '';
  return typed === '' ? other : typed;
};

/** What the server is sent. A choice without a code is given the next free number. */
export function wanted(values: Entered): WantedField {
  const zh = values.zh.trim();
  const codes = values.type === 'choice' ? (values.codes ?? []) : [];
  const taken = new Set(codes.map((code) => code.value?.trim() ?? ''));
  let number = 0;
  const next = () => {
    do number += 1;
    while (taken.has(`c${number}`));
    return `c${number}`;
  };
  return {
    entity: values.entity,
    ...(values.name?.trim() ? { name: values.name.trim() } : {}),
    label: { zh, en: either(values.en, zh) },
    type: values.type,
    unit: values.type === 'number' || values.type === 'money' ? (values.unit?.trim() ?? '') : '',
    mandatory: values.mandatory,
    sensitivity: values.sensitivity,
    codes: codes.map((code) => ({
      value: code.value?.trim() ? code.value.trim() : next(),
      label: { zh: code.zh.trim(), en: either(code.en, code.zh.trim()) },
    })),
    steward: values.steward?.trim() ?? '',
    description: values.description?.trim() ?? '',
  };
}
