import { Button, InputNumber, Radio, Select } from 'antd';
import { useTranslation } from '#shell';
import css from '../insight.module.css';
import { Choices, Field } from '../parts/Field';
import { SpanInput } from '../parts/SpanInput';
import { SplitInput } from '../parts/SplitInput';
import { WhoInput } from '../parts/WhoInput';
import { eventStep, LONGEST_WINDOW, MOST_STEPS, type FunnelQuestion, type Step } from '../question';
import { useVoice } from '../useVoice';
import { eventName, stepNames } from '../words';

interface Props {
  question: FunnelQuestion;
  latest: string;
  onChange: (change: Partial<FunnelQuestion>) => void;
}

/** Which steps, in which order, within how many days, begun in which days, by whom. */
export function FunnelForm({ question, latest, onChange }: Props) {
  const { t } = useTranslation('insight');
  return (
    <>
      <Choices label={t('field.steps')} hint={t('step.hint')}>
        {(id) => (
          <Steps labelledBy={id} steps={question.steps} onChange={(steps) => onChange({ steps })} />
        )}
      </Choices>
      <Field label={t('field.window')} hint={t('windowHint')}>
        {(id) => (
          <InputNumber<number>
            id={id}
            style={{ width: '100%' }}
            value={question.windowDays}
            min={1}
            max={LONGEST_WINDOW}
            precision={0}
            suffix={t('daysUnit')}
            onChange={(windowDays) => windowDays !== null && onChange({ windowDays })}
          />
        )}
      </Field>
      <Choices
        label={t('field.order')}
        hint={t(question.strict ? 'order.strictHint' : 'order.orderedHint')}
      >
        {(id) => (
          <Radio.Group
            aria-labelledby={id}
            optionType="button"
            block
            value={question.strict}
            onChange={(event) => onChange({ strict: event.target.value as boolean })}
            options={[
              { value: false, label: t('order.ordered') },
              { value: true, label: t('order.strict') },
            ]}
          />
        )}
      </Choices>
      <Field label={t('field.began')}>
        {(id) => (
          <SpanInput
            id={id}
            span={question.span}
            latest={latest}
            onChange={(span) => span && onChange({ span })}
          />
        )}
      </Field>
      <SplitInput
        split={question.split}
        rows={[
          'event.channel',
          'event.category',
          'event.category_2',
          'event.category_3',
          'event.topic',
        ]}
        onChange={(split) => onChange({ split })}
      />
      <Field label={t('field.who')}>
        {(id) => <WhoInput id={id} who={question.who} onChange={(who) => onChange({ who })} />}
      </Field>
    </>
  );
}

function Steps({
  labelledBy,
  steps,
  onChange,
}: {
  labelledBy: string;
  steps: Step[];
  onChange: (steps: Step[]) => void;
}) {
  const { t } = useTranslation('insight');
  const voice = useVoice();
  const names = stepNames(steps, voice);
  const events =
    voice.lexicon
      .behaviour('event')
      ?.fields.find((one) => one.key === 'event.name')
      ?.codes.map((code) => code.value) ?? [];
  const put = (at: number, step: Step) => onChange(steps.map((one, i) => (i === at ? step : one)));
  const move = (at: number, by: number) => {
    const moved = [...steps];
    const [step] = moved.splice(at, 1);
    if (step) moved.splice(at + by, 0, step);
    onChange(moved);
  };
  return (
    <div aria-labelledby={labelledBy} role="group">
      <ol className={css.steps}>
        {steps.map((step, i) => (
          <li key={i}>
            <span className={css.stepNumber} aria-hidden>
              {i + 1}
            </span>
            <Select<string>
              value={step.event ?? 'own'}
              aria-label={t('step.of', { n: i + 1 })}
              popupMatchSelectWidth={false}
              onChange={(event) => {
                if (event !== 'own') put(i, eventStep(event));
              }}
              options={[
                ...(step.event === null ? [{ value: 'own', label: names[i] }] : []),
                ...(step.event !== null && !events.includes(step.event)
                  ? [{ value: step.event, label: step.event }]
                  : []),
                ...events.map((event) => ({ value: event, label: eventName(event, voice) })),
              ]}
            />
            <Button
              type="text"
              size="small"
              disabled={i === 0}
              aria-label={t('step.up', { name: names[i] })}
              onClick={() => move(i, -1)}
            >
              ↑
            </Button>
            <Button
              type="text"
              size="small"
              disabled={i === steps.length - 1}
              aria-label={t('step.down', { name: names[i] })}
              onClick={() => move(i, 1)}
            >
              ↓
            </Button>
            <Button
              type="text"
              size="small"
              disabled={steps.length <= 2}
              aria-label={t('step.remove', { name: names[i] })}
              onClick={() => onChange(steps.filter((_, at) => at !== i))}
            >
              ×
            </Button>
            {names[i] !== eventName(step.event, voice) && (
              <span className={css.stepName}>{names[i]}</span>
            )}
          </li>
        ))}
      </ol>
      <Button
        size="small"
        type="dashed"
        block
        disabled={steps.length >= MOST_STEPS}
        onClick={() => onChange([...steps, eventStep(steps.at(-1)?.event ?? 'paid')])}
      >
        {t('step.add')}
      </Button>
    </div>
  );
}
