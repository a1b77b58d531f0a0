import { App, Button } from 'antd';
import { useMemo, useState } from 'react';
import { useNavigate } from 'react-router';
import type { TagRule, TagView } from '#api';
import { NameInput, nameFault, useName } from '#condition';
import { BuilderPage, Complaint, useDelayed, useLabel, useTranslation } from '#shell';
import { useSaveTag } from '../api';
import { About, useAbout } from '../builder/About';
import { renamed } from '../builder/renamed';
import { RuleWords } from '../RuleWords';
import css from './kinds.module.css';
import { KindSwitch } from './KindSwitch';
import * as lifecycle from './LifecycleForm';
import * as preference from './preference';
import { PreferenceForm } from './PreferenceForm';
import { PreviewPanel } from './PreviewPanel';
import { Rhythm } from './Rhythm';

interface Props {
  title: string;
  /** The rule to begin with. */
  rule: preference.PreferenceDraft | lifecycle.LifecycleDraft;
  tag?: TagView;
}

const isPreference = (draft: Props['rule']): draft is preference.PreferenceDraft =>
  'leastRows' in draft;

/** A preference or a life cycle: what it is made of at the left, at the right who that is. */
export function KindBuilder({ title, rule: begun, tag }: Props) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [draft, setDraft] = useState(begun);
  const kind = isPreference(draft) ? 'preference' : 'lifecycle';
  const rule = useMemo<TagRule | null>(
    () => (isPreference(draft) ? preference.ruleOf(draft) : lifecycle.ruleOf(draft)),
    [draft],
  );
  const asked = useDelayed(rule, 400);
  const name = useName(tag ? label(tag.label) : '');
  const about = useAbout(tag, kind);
  const save = useSaveTag(tag?.id);
  const up = tag
    ? { to: `/tags/${encodeURIComponent(tag.id)}`, label: label(tag.label) }
    : { to: '/tags', label: t('title') };
  const keep = (draftOnly: boolean) => {
    const given = name.given();
    if (given === null || rule === null) return;
    save.mutate(
      {
        edit: {
          label: renamed(tag?.label, given, label(tag?.label)),
          category: about.category,
          ...about.meaning(),
          rule,
        },
        draft: draftOnly,
      },
      {
        onSuccess: (kept) => {
          void message.success(t(draftOnly ? 'builder.drafted' : 'builder.saved'));
          void navigate(`/tags/${encodeURIComponent(kept.id)}`);
        },
      },
    );
  };
  return (
    <BuilderPage
      title={title}
      up={up}
      preview={
        <>
          <PreviewPanel rule={asked} />
          <div className={css.buttons}>
            <Button
              type="primary"
              block
              disabled={rule === null}
              loading={save.isPending}
              onClick={() => keep(false)}
            >
              {t(tag ? 'builder.saveChange' : 'builder.save')}
            </Button>
            {!tag && (
              <Button block disabled={rule === null || save.isPending} onClick={() => keep(true)}>
                {t('builder.draft')}
              </Button>
            )}
            {nameFault(save.error) === undefined && <Complaint error={save.error} />}
          </div>
        </>
      }
    >
      {!tag && <KindSwitch />}
      <NameInput of={name} label={t('builder.name')} error={save.error} />
      <About of={about} />
      {isPreference(draft) ? (
        <PreferenceForm
          draft={draft}
          least={tag?.type === 'text_list' ? 2 : 1}
          most={tag && tag.type !== 'text_list' ? 1 : preference.MOST_VALUES}
          onChange={setDraft}
        />
      ) : (
        <lifecycle.LifecycleForm draft={draft} onChange={setDraft} />
      )}
      {rule && (
        <p className={css.says}>
          <RuleWords rule={rule} />
        </p>
      )}
      {asked?.type === 'lifecycle' && <Rhythm rule={asked} />}
    </BuilderPage>
  );
}
