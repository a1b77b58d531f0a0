import { Button, DatePicker, Input, Modal, Segmented, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import type { Procedure, ProcedureWanted } from '#api';
import { Complaint, useLabel, useTranslation } from '#shell';
import { usePeople } from '../upkeep/api';
import form from '../upkeep/upkeep.module.css';
import { useSaveProcedure } from './api';
import css from './procedures.module.css';

type Step = NonNullable<ProcedureWanted['steps']>[number];

const AGAIN = ['ONCE', 'WEEKLY', 'MONTHLY'] as const;
const PLACES = [
  'SCORECARD',
  'QUARANTINE',
  'COMPLETIONS',
  'REVIEW_PAIRS',
  'RULES',
  'DIAGNOSIS',
  'OTHER',
] as const;

const blank = (): Step => ({
  what: '',
  place: 'OTHER',
  due: dayjs().add(7, 'day').format('YYYY-MM-DD'),
});

/** Writes a procedure down: what is done, by whom, by when, and whether it comes again. */
export function ProcedureDialog({
  procedure,
  onClose,
}: {
  procedure: Procedure | undefined;
  onClose: () => void;
}) {
  const { t } = useTranslation('quality');
  const label = useLabel();
  const people = usePeople();
  const save = useSaveProcedure();
  const first = procedure ? label(procedure.label) : '';
  const [name, setName] = useState(first);
  const [again, setAgain] = useState<Procedure['again']>(procedure?.again ?? 'WEEKLY');
  const [steps, setSteps] = useState<Step[]>(
    procedure?.steps.map(({ what, place, who, due }) => ({
      what,
      place,
      due,
      ...(who ? { who } : {}),
    })) ?? [blank()],
  );
  const change = (at: number, part: Partial<Step>) =>
    setSteps((now) => now.map((step, i) => (i === at ? { ...step, ...part } : step)));
  const whole = name.trim() !== '' && steps.length > 0 && steps.every((step) => step.what.trim());
  return (
    <Modal
      open
      width={760}
      title={t(procedure ? 'procedures.edit' : 'procedures.create')}
      okText={t('upkeep.save')}
      cancelText={t('correct.cancel')}
      okButtonProps={{ disabled: !whole, loading: save.isPending }}
      onCancel={onClose}
      onOk={() =>
        save.mutate(
          {
            ...(procedure ? { id: procedure.id } : {}),
            ...(procedure && name.trim() === first
              ? { label: procedure.label.zh, english: procedure.label.en }
              : { label: name.trim() }),
            again,
            steps,
          },
          { onSuccess: onClose },
        )
      }
    >
      <div className={form.form}>
        <label className={form.field}>
          <span>{t('procedures.name')}</span>
          <Input
            value={name}
            maxLength={60}
            placeholder={t('procedures.nameHint')}
            onChange={(event) => setName(event.target.value)}
          />
        </label>
        <div className={form.field}>
          <span>{t('procedures.again')}</span>
          <Segmented
            value={again}
            aria-label={t('procedures.again')}
            options={AGAIN.map((value) => ({ value, label: t(`procedures.agains.${value}`) }))}
            onChange={setAgain}
          />
        </div>
        <ol className={css.drafts}>
          {steps.map((step, i) => (
            <li key={i}>
              <Input
                value={step.what}
                maxLength={200}
                placeholder={t('procedures.whatHint')}
                aria-label={t('procedures.stepNo', { n: i + 1 })}
                onChange={(event) => change(i, { what: event.target.value })}
              />
              <Select
                value={step.place}
                aria-label={t('procedures.place')}
                options={PLACES.map((value) => ({
                  value,
                  label: t(`procedures.places.${value}`),
                }))}
                onChange={(place) => change(i, { place })}
              />
              <Select
                allowClear
                showSearch={{ optionFilterProp: 'label' }}
                value={step.who}
                placeholder={t('procedures.anybody')}
                aria-label={t('completions.who')}
                options={(people.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
                onChange={(who: string | undefined) =>
                  setSteps((now) =>
                    now.map(({ who: _, ...rest }, at) => {
                      const kept = at === i ? who : _;
                      return kept ? { ...rest, who: kept } : rest;
                    }),
                  )
                }
              />
              <DatePicker
                allowClear={false}
                value={dayjs(step.due)}
                aria-label={t('completions.due')}
                onChange={(value) => value && change(i, { due: value.format('YYYY-MM-DD') })}
              />
              <Button
                type="text"
                aria-label={t('procedures.dropStep', { n: i + 1 })}
                disabled={steps.length === 1}
                onClick={() => setSteps((now) => now.filter((_, at) => at !== i))}
              >
                ×
              </Button>
            </li>
          ))}
        </ol>
        <div>
          <Button disabled={steps.length >= 30} onClick={() => setSteps([...steps, blank()])}>
            {t('procedures.addStep')}
          </Button>
        </div>
      </div>
      <Complaint error={people.error ?? save.error} />
    </Modal>
  );
}
