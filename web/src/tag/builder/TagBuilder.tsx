import { App, Input, Select } from 'antd';
import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Condition, Label, TagView } from '#api';
import { Drawable, DrawPage, faultsOf, NameInput, nameFault, useDrawn, useName } from '#condition';
import { CustomerSample } from '#profile';
import { useLabel, useTranslation } from '#shell';
import { useSaveTag, useTags } from '../api';
import css from '../tag.module.css';
import { renamed } from './renamed';

interface Props {
  title: string;
  initial: Condition | null;
  tag?: TagView;
}

/** A tag that says yes of whoever meets its rule, drawn by clicking. */
export function TagBuilder(props: Props) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const { initial, title, tag } = props;
  const up = tag
    ? { to: `/tags/${encodeURIComponent(tag.id)}`, label: label(tag.label) }
    : { to: '/tags', label: t('title') };
  return (
    <Drawable initial={initial} title={title} up={up}>
      <Canvas {...props} up={up} />
    </Drawable>
  );
}

/** What most tags of a marketer are about. */
const USUAL = 'behaviour';

function Canvas({ title, initial, tag, up }: Props & { up: { to: string; label: string } }) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const drawn = useDrawn(initial);
  const name = useName(tag ? label(tag.label) : '');
  const before = tag && label(tag.meaning) !== label(tag.label) ? tag.meaning : undefined;
  const [note, setNote] = useState(label(before));
  const [category, setCategory] = useState(tag?.category ?? USUAL);
  const save = useSaveTag(tag?.id);
  const [noteId, categoryId] = [useId(), useId()];

  const keep = () => {
    const given = name.given();
    if (given === null) return;
    const meaning: Label | undefined =
      note.trim() === '' ? undefined : renamed(before, note.trim(), label(before));
    save.mutate(
      {
        label: renamed(tag?.label, given, label(tag?.label)),
        category,
        ...(meaning && { meaning }),
        rule: { type: 'rule', cases: [{ value: true, when: drawn.condition }] },
      },
      {
        onSuccess: (kept) => {
          void message.success(t('builder.saved'));
          void navigate(`/tags/${encodeURIComponent(kept.id)}`);
        },
      },
    );
  };
  return (
    <DrawPage
      title={title}
      up={up}
      drawn={drawn}
      faults={faultsOf(drawn, save.error, 'rule.cases[0].when')}
      head={
        <>
          <NameInput of={name} label={t('builder.name')} error={save.error} />
          <div className={css.head}>
            <label htmlFor={categoryId}>{t('column.category')}</label>
            <CategorySelect id={categoryId} value={category} onChange={setCategory} />
            <label htmlFor={noteId}>{t('builder.note')}</label>
            <Input
              id={noteId}
              value={note}
              maxLength={200}
              placeholder={t('builder.noteHint')}
              onChange={(event) => setNote(event.target.value)}
            />
          </div>
        </>
      }
      sample={<CustomerSample condition={drawn.asked} />}
      save={{
        label: t(tag ? 'builder.saveChange' : 'builder.save'),
        pending: save.isPending,
        error: nameFault(save.error) === undefined ? save.error : null,
        onSave: keep,
      }}
    />
  );
}

/** The categories that are there, or a word of one's own. */
function CategorySelect({
  id,
  value,
  onChange,
}: {
  id: string;
  value: string;
  onChange: (category: string) => void;
}) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const { data } = useTags();
  const known = new Map(
    ['behaviour', 'lifecycle', 'value', 'fact'].map((key) => [key, t(`category.${key}`)]),
  );
  for (const tag of data ?? []) known.set(tag.category, label(tag.categoryLabel));
  return (
    <Select<string[]>
      id={id}
      mode="tags"
      value={value === '' ? [] : [value]}
      // The newest word takes the place of the one before.
      onChange={(chosen) => onChange(chosen.at(-1) ?? USUAL)}
      options={[...known].map(([key, name]) => ({ value: key, label: name }))}
    />
  );
}
