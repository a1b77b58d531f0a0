import { Button, Checkbox, Input, Select } from 'antd';
import { useEffect, useMemo, useState } from 'react';
import { isSegment, kindOf, Sentence, useLexicon } from '#condition';
import { useLabel, useTranslation } from '#shell';
import type { Filters } from './filters';
import css from './profile.module.css';

interface Props {
  filters: Filters;
  onChange: (change: Partial<Filters>) => void;
}

/** Search, segment, tag and city; a condition that a link brought is shown in words. */
export function CustomersFilters({ filters, onChange }: Props) {
  const { t } = useTranslation('profile');
  const { segments, tags } = useChoices();
  return (
    <>
      <Typed
        className={css.search}
        value={filters.text}
        placeholder={t('filter.search')}
        onChange={(text) => onChange({ text })}
      />
      <Select<string>
        className={css.choice}
        value={filters.segment || null}
        placeholder={t('filter.segment')}
        aria-label={t('filter.segment')}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        notFoundContent={t('filter.noSegments')}
        options={segments}
        onChange={(segment: string | undefined) => onChange({ segment: segment ?? '' })}
      />
      <Select<string>
        className={css.choice}
        value={filters.tag || null}
        placeholder={t('filter.tag')}
        aria-label={t('filter.tag')}
        allowClear
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        notFoundContent={t('filter.noTags')}
        options={tags}
        onChange={(tag: string | undefined) => onChange({ tag: tag ?? '' })}
      />
      <Typed
        className={css.city}
        value={filters.city}
        placeholder={t('filter.city')}
        onChange={(city) => onChange({ city })}
      />
      <Checkbox
        checked={filters.withoutCards}
        onChange={(event) => onChange({ withoutCards: event.target.checked })}
      >
        {t('filter.withoutCards')}
      </Checkbox>
      {filters.who && (
        <div className={css.who}>
          <span className={css.whoText}>
            <Sentence condition={filters.who} />
          </span>
          <Button size="small" type="text" onClick={() => onChange({ who: null })}>
            {t('filter.drop')}
          </Button>
        </div>
      )}
    </>
  );
}

/** Segments and the values of tags, as the vocabulary of conditions knows them. */
function useChoices() {
  const label = useLabel();
  const { vocabulary } = useLexicon();
  return useMemo(() => {
    const segments = vocabulary.traits
      .filter((one) => isSegment(one.trait))
      .map((one) => ({ value: one.trait.slice('segment/'.length), label: label(one.label) }));
    const tags = vocabulary.traits
      .filter((one) => !isSegment(one.trait))
      .flatMap((one) => {
        const name = label(one.label);
        if (kindOf(one.type) === 'flag') return [{ value: `${one.trait}=true`, label: name }];
        return one.values.map((coded) => ({
          value: `${one.trait}=${String(coded.value)}`,
          label: `${name} · ${label(coded.label)}`,
        }));
      });
    return { segments, tags };
  }, [vocabulary, label]);
}

/** Waits until a word is typed before it asks. */
function Typed({
  value,
  placeholder,
  className,
  onChange,
}: {
  value: string;
  placeholder: string;
  className?: string;
  onChange: (text: string) => void;
}) {
  const [text, setText] = useState(value);
  const [asked, setAsked] = useState(value);
  // The address changed by itself: a link, or back and forth.
  if (value !== asked) {
    setAsked(value);
    setText(value);
  }
  useEffect(() => {
    const trimmed = text.trim();
    if (trimmed === asked) return;
    const timer = setTimeout(() => {
      setAsked(trimmed);
      onChange(trimmed);
    }, 350);
    return () => clearTimeout(timer);
  }, [text, asked, onChange]);
  return (
    <Input
      className={className}
      value={text}
      placeholder={placeholder}
      aria-label={placeholder}
      allowClear
      onChange={(event) => setText(event.target.value)}
    />
  );
}
