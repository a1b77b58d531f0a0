import { App, Button } from 'antd';
import { useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { Complaint, useRight, useTranslation, WizardPage, Empty, Page } from '#shell';
import { useDeleteDraft, useLaunch, useOutlook, useRehearsal, useSaveDraft } from '../api';
import { CheckStep } from './CheckStep';
import { ControlStep } from './ControlStep';
import { finished, sized, STEPS, stepAt, type Step, type Writing } from './draft';
import { useLaunchDialog } from './useLaunchDialog';
import { WhatStep } from './WhatStep';
import { WhoStep } from './WhoStep';

interface Props {
  start: Writing;
  /** The id of the draft that is being changed; null for one not kept yet. */
  kept: string | null;
}

/** From a segment to a launch: who, what, whom to hold back, look at everything, send. */
export function Wizard(props: Props) {
  const { t } = useTranslation('campaign');
  const maySend = useRight('SEND');
  if (maySend) return <Steps {...props} />;
  return (
    <Page title={t('wizard.title')} up={{ to: '/campaigns', label: t('title') }}>
      <Empty title={t('wizard.forbidden')} text={t('wizard.forbiddenText')} />
    </Page>
  );
}

function Steps({ start, kept }: Props) {
  const { t } = useTranslation('campaign');
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [search, setSearch] = useSearchParams();
  const [chosen, setWriting] = useState(start);
  const [id, setId] = useState(kept);
  const [dirty, setDirty] = useState(kept === null);
  const save = useSaveDraft();
  const launch = useLaunch();
  const remove = useDeleteDraft();
  const outlook = useOutlook(
    chosen.segment,
    chosen.channel,
    chosen.windowDays,
    chosen.metric,
    chosen.worth,
  );
  const writing = sized(chosen, outlook.data);
  const [knowingly, setKnowingly] = useState(false);
  const ask = useLaunchDialog();
  const step = stepAt(search.get('step'), writing, id !== null && !dirty);
  const draft = finished(writing);
  const rehearsal = useRehearsal(step === 'check' ? id : null);
  // Nobody launches what they have not seen yet.
  const unseen = rehearsal.data === undefined;
  const tooSmall = rehearsal.data !== undefined && !rehearsal.data.enough;

  const change = (part: Partial<Writing>) => {
    setWriting((now) => ({ ...now, ...part }));
    setDirty(true);
    setKnowingly(false);
    save.reset();
  };
  const go = (to: Step) => {
    setSearch((now) => {
      now.set('step', to);
      return now;
    });
    window.scrollTo({ top: 0 });
  };
  const keep = (then: (id: string) => void) => {
    if (!draft) return;
    save.mutate(
      { id, draft },
      {
        onSuccess: (made) => {
          setId(made.id);
          setDirty(false);
          then(made.id);
        },
      },
    );
  };
  const next = () => {
    if (step === 'control') keep(() => go('check'));
    else if (step === 'check' && id !== null)
      ask(id, writing, () =>
        launch
          .mutateAsync({ id, knowingly: tooSmall && knowingly })
          .then(() => void navigate(`/campaigns/${encodeURIComponent(id)}`)),
      );
    else go(STEPS[STEPS.indexOf(step) + 1] ?? 'check');
  };
  const setAside = () =>
    keep(() => {
      void message.success(t('wizard.kept'));
      void navigate('/campaigns');
    });
  const throwAway = () => {
    if (id !== null) remove.mutate(id, { onSuccess: () => void navigate('/campaigns') });
  };
  const blocked =
    (step === 'who' &&
      (writing.segment === null || writing.label.trim() === '' || outlook.data?.audience === 0)) ||
    (step === 'what' && writing.message.trim() === '') ||
    (step === 'check' && (unseen || (tooSmall && !knowingly)));

  return (
    <WizardPage
      title={t(kept === null ? 'wizard.title' : 'wizard.edit')}
      up={{ to: '/campaigns', label: t('title') }}
      steps={STEPS.map((key) => ({ key, title: t(`wizard.${key}`), hint: t(`wizard.${key}Hint`) }))}
      current={step}
      onStep={(key) => go(key as Step)}
      next={{
        label: t(step === 'check' ? 'wizard.launch' : 'wizard.next'),
        onClick: next,
        disabled: blocked,
        loading: save.isPending || launch.isPending,
      }}
      note={blocked && !(step === 'check' && unseen) ? t(`wizard.${step}Note`) : undefined}
      extra={
        <>
          {draft && dirty && (
            <Button onClick={setAside} loading={save.isPending}>
              {t('wizard.keep')}
            </Button>
          )}
          {id !== null && (
            <Button danger type="text" onClick={throwAway} loading={remove.isPending}>
              {t('wizard.delete')}
            </Button>
          )}
        </>
      }
    >
      {step === 'who' && <WhoStep writing={writing} outlook={outlook} onChange={change} />}
      {step === 'what' && <WhatStep writing={writing} onChange={change} />}
      {step === 'control' && <ControlStep writing={writing} outlook={outlook} onChange={change} />}
      {step === 'check' && id !== null && (
        <CheckStep id={id} writing={writing} knowingly={knowingly} onKnowingly={setKnowingly} />
      )}
      <Complaint error={save.error ?? launch.error ?? remove.error} />
    </WizardPage>
  );
}
