import { App } from 'antd';
import { useNavigate } from 'react-router';
import type { Condition, TagView } from '#api';
import { Drawable, DrawPage, faultsOf, NameInput, nameFault, useDrawn, useName } from '#condition';
import { CustomerSample } from '#profile';
import { useLabel, useTranslation } from '#shell';
import { useSaveTag } from '../api';
import { KindSwitch } from '../kinds/KindSwitch';
import { About, useAbout } from './About';
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
  const about = useAbout(tag, USUAL);
  const save = useSaveTag(tag?.id);

  const keep = (draft: boolean) => {
    const given = name.given();
    if (given === null) return;
    save.mutate(
      {
        edit: {
          label: renamed(tag?.label, given, label(tag?.label)),
          category: about.category,
          ...about.meaning(),
          rule: { type: 'rule', cases: [{ value: true, when: drawn.condition }] },
        },
        draft,
      },
      {
        onSuccess: (kept) => {
          void message.success(t(draft ? 'builder.drafted' : 'builder.saved'));
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
          {!tag && <KindSwitch />}
          <NameInput of={name} label={t('builder.name')} error={save.error} />
          <About of={about} />
        </>
      }
      sample={<CustomerSample condition={drawn.asked} />}
      save={{
        label: t(tag ? 'builder.saveChange' : 'builder.save'),
        pending: save.isPending,
        error: nameFault(save.error) === undefined ? save.error : null,
        onSave: () => keep(false),
        ...(tag ? {} : { other: { label: t('builder.draft'), onSave: () => keep(true) } }),
      }}
    />
  );
}
