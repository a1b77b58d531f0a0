import { App, Button, Input, Popconfirm, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Procedure, ProcedureStep } from '#api';
import { useFormat, useLabel, useRight, useTranslation } from '#shell';
import { useStep } from './api';
import css from './procedures.module.css';

/** Where in the product a step is done. */
const PLACES: Partial<Record<ProcedureStep['place'], string>> = {
  SCORECARD: '/quality/score',
  QUARANTINE: '/quality?what=rows#quarantine',
  COMPLETIONS: '/quality/completions',
  REVIEW_PAIRS: '/identity/review',
  RULES: '/quality/rules',
  DIAGNOSIS: '/quality/diagnosis',
};

/** The steps of a procedure, each with who does it, by when, and that it was done. */
export function Steps({ procedure }: { procedure: Procedure }) {
  return (
    <ol className={css.steps}>
      {procedure.steps.map((step) => (
        <li key={step.step}>
          <What step={step} />
          <Due step={step} />
          <StepAct id={procedure.id} step={step} />
        </li>
      ))}
    </ol>
  );
}

export function What({ step }: { step: ProcedureStep }) {
  const to = PLACES[step.place];
  return <span className={css.what}>{to ? <Link to={to}>{step.what}</Link> : step.what}</span>;
}

/** Who does it by when, or who did it and what was found. */
export function Due({ step }: { step: ProcedureStep }) {
  const { t } = useTranslation('quality');
  const label = useLabel();
  const format = useFormat();
  if (step.done)
    return (
      <span className={css.due}>
        <Tag color="green">{t('procedures.done')}</Tag>
        {t('procedures.doneBy', { by: label(step.done.by), day: format.day(step.done.on) })}
        {step.done.note && <small>{step.done.note}</small>}
      </span>
    );
  return (
    <span className={css.due}>
      {t('procedures.dueBy', {
        who: step.whoName ? label(step.whoName) : t('procedures.anybody'),
        day: format.day(step.due),
      })}
      {step.overdue && <Tag color="red">{t('completions.overdue')}</Tag>}
    </span>
  );
}

/** Marks it done, with a note on what was found; or open again. */
export function StepAct({ id, step }: { id: string; step: ProcedureStep }) {
  const { t } = useTranslation('quality');
  const { message } = App.useApp();
  const mayDefine = useRight('DEFINE');
  const act = useStep();
  const [note, setNote] = useState('');
  if (!step.mine && step.who && !mayDefine) return null;
  const send = (said?: string) =>
    act.mutate(
      { id, step: step.step, ...(said === undefined ? {} : { note: said }) },
      {
        onSuccess: () => setNote(''),
        onError: () => void message.error(t('procedures.failed')),
      },
    );
  if (step.done)
    return (
      <Button type="text" size="small" loading={act.isPending} onClick={() => send()}>
        {t('procedures.reopen')}
      </Button>
    );
  return (
    <Popconfirm
      icon={null}
      title={t('procedures.doneAsk')}
      description={
        <Input.TextArea
          value={note}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 5 }}
          placeholder={t('procedures.noteHint')}
          aria-label={t('upkeep.note')}
          onChange={(event) => setNote(event.target.value)}
        />
      }
      okText={t('procedures.markDone')}
      cancelText={t('correct.cancel')}
      onConfirm={() => send(note.trim())}
    >
      <Button
        size="small"
        loading={act.isPending}
        aria-label={`${t('procedures.markDone')} ${step.what}`}
      >
        {t('procedures.markDone')}
      </Button>
    </Popconfirm>
  );
}
