import { Input, Select } from 'antd';
import { useId, useState } from 'react';
import type { Label, TagView } from '#api';
import { useLabel, useTranslation } from '#shell';
import { useTags } from '../api';
import css from '../tag.module.css';
import { shelves, typed } from '../category';
import { renamed } from './renamed';

/** The category and the note of a tag that is being made. */
export function useAbout(tag: TagView | undefined, usual: string) {
  const label = useLabel();
  const before =
    tag && !tag.ready && label(tag.meaning) !== label(tag.label) ? tag.meaning : undefined;
  const [note, setNote] = useState(label(before));
  const [category, setCategory] = useState(tag?.category ?? usual);
  const meaning = (): { meaning?: Label } =>
    note.trim() === '' ? {} : { meaning: renamed(before, note.trim(), label(before)) };
  return { note, setNote, category, setCategory, meaning, usual };
}

/** Where it stands in the library, and what whoever uses it should know. */
export function About({ of }: { of: ReturnType<typeof useAbout> }) {
  const { t } = useTranslation('tag');
  const [noteId, categoryId] = [useId(), useId()];
  return (
    <div className={css.head}>
      <label htmlFor={categoryId}>{t('column.category')}</label>
      <CategorySelect
        id={categoryId}
        value={of.category}
        usual={of.usual}
        onChange={of.setCategory}
      />
      <label htmlFor={noteId}>{t('builder.note')}</label>
      <Input
        id={noteId}
        value={of.note}
        maxLength={200}
        placeholder={t('builder.noteHint')}
        onChange={(event) => of.setNote(event.target.value)}
      />
    </div>
  );
}

/** The categories that are there, or a word of one's own. */
function CategorySelect({
  id,
  value,
  usual,
  onChange,
}: {
  id: string;
  value: string;
  usual: string;
  onChange: (category: string) => void;
}) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const { data } = useTags();
  const known = new Map(
    ['fact', 'behaviour', 'lifecycle', 'preference', 'value'].map((key) => [
      key,
      t(`category.${key}`),
    ]),
  );
  for (const tag of data ?? []) known.set(tag.category, label(tag.categoryLabel));
  const roots = [
    ...shelves(data ?? [], label),
    ...[...known].map(([path, name]) => ({ path, name, names: [name], count: 0, below: [] })),
  ];
  return (
    <Select<string[]>
      id={id}
      mode="tags"
      value={value === '' ? [] : [value]}
      // The newest word takes the place of the one before.
      onChange={(chosen) => {
        const newest = chosen.at(-1) ?? usual;
        onChange(known.has(newest) ? newest : typed(newest, roots) || usual);
      }}
      options={[...known].map(([key, name]) => ({ value: key, label: name }))}
    />
  );
}
