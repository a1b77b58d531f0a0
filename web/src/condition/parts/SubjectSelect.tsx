import { Select } from 'antd';
import { useMemo } from 'react';
import { useLabel, useTranslation } from '#shell';
import { useLexicon, useVocabulary } from '../api';
import { headField, isSegment, offered, type Subject } from '../vocabulary';
import css from './builder.module.css';

interface Props {
  value: Subject | null;
  onChange: (subject: Subject) => void;
  placeholder?: string;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

interface Choice {
  value: string;
  label: string;
}

/** What a rule can be about: facts, what was done, tags, segments; found by typing. */
export function SubjectSelect({ value, onChange, placeholder }: Props) {
  const { t } = useTranslation('condition');
  const { isPending } = useVocabulary();
  const groups = useSubjects();
  const known = groups.some((group) => group.options.some((option) => option.value === value));
  return (
    <Select<string>
      className={value === null ? css.adder : css.subject}
      value={value}
      placeholder={placeholder}
      loading={isPending}
      aria-label={value === null ? placeholder : t('builder.subject')}
      popupMatchSelectWidth={false}
      listHeight={360}
      showSearch={{ optionFilterProp: 'label' }}
      notFoundContent={t('builder.noSubject')}
      status={value !== null && !known && !isPending ? 'error' : undefined}
      onChange={onChange}
      options={groups}
    />
  );
}

function useSubjects(): { label: string; options: Choice[] }[] {
  const { t } = useTranslation('condition');
  const label = useLabel();
  const { vocabulary } = useLexicon();
  return useMemo(() => {
    const facts = offered(vocabulary.attributes).map((field) => ({
      value: `field:${field.key}`,
      label: label(field.label),
    }));
    const deeds = vocabulary.behaviours.map((behaviour) => {
      const head = behaviour.fields.find((field) => field.key === headField(behaviour));
      const kinds = (head?.codes ?? []).map((code) => ({
        value: `did:${behaviour.entity}:${code.value}`,
        label: capital(
          t(`what.${behaviour.entity}.${code.value}.one`, { defaultValue: label(code.label) }),
        ),
      }));
      const any = {
        value: `did:${behaviour.entity}`,
        label: t('builder.anyOf', { what: label(behaviour.label) }),
      };
      return {
        label: t('builder.deeds', { what: label(behaviour.label) }),
        options: [...kinds, any],
      };
    });
    const traits = (segments: boolean) =>
      vocabulary.traits
        .filter((one) => isSegment(one.trait) === segments)
        .map((one) => ({ value: `trait:${one.trait}`, label: label(one.label) }));
    return [
      { label: t('builder.tags'), options: traits(false) },
      ...deeds,
      { label: t('builder.facts'), options: facts },
      { label: t('builder.segments'), options: traits(true) },
    ].filter((group) => group.options.length > 0);
  }, [vocabulary, label, t]);
}
