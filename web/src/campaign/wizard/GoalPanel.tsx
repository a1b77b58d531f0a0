import { InputNumber, Segmented } from 'antd';
import type { ControlPlan, Goal } from '#api';
import { Panel, useFormat, useTranslation } from '#shell';
import css from '../campaign.module.css';
import { useWorth } from '../useWorth';
import type { Sized, Writing } from './draft';

interface Props {
  writing: Sized;
  plan: ControlPlan | undefined;
  /** Whether what people did before has been asked for. */
  ready: boolean;
  onChange: (part: Partial<Writing>) => void;
}

const GOALS: Goal[] = ['CONVERSION', 'REVENUE'];

/** What the campaign is judged by, what happens without it, and which lift is worth knowing of. */
export function GoalPanel({ writing, plan, ready, onChange }: Props) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const { level } = useWorth(writing.metric);
  const points = writing.metric === 'CONVERSION';
  const worth = writing.worth ?? plan?.worth;
  return (
    <Panel title={t('goal.title')} text={t('goal.text')}>
      <div className={css.form}>
        <span>{t('goal.metric')}</span>
        <Segmented<Goal>
          value={writing.metric}
          aria-label={t('goal.metric')}
          options={GOALS.map((goal) => ({
            value: goal,
            label: <span className={css.option}>{t(`goal.${goal}`)}</span>,
          }))}
          onChange={(metric) => onChange({ metric, worth: undefined, controlPerMille: null })}
        />
        <p className={css.quiet}>{t(`goal.${writing.metric}Hint`)}</p>
        <label htmlFor="campaign-days">{t('measure.days')}</label>
        <InputNumber
          id="campaign-days"
          min={1}
          max={365}
          precision={0}
          value={writing.windowDays}
          suffix={t('measure.daysUnit')}
          onChange={(value) => value && onChange({ windowDays: value })}
        />
        <p className={css.quiet}>{t('measure.daysHint')}</p>
        <label htmlFor="campaign-worth">{t('goal.worth')}</label>
        <InputNumber
          id="campaign-worth"
          min={points ? 0.1 : 0.01}
          max={points ? 100 : undefined}
          step={points ? 0.1 : 1}
          precision={points ? 1 : 2}
          value={worth === undefined ? null : points ? worth * 100 : worth}
          suffix={points ? t('tile.pointsUnit') : undefined}
          style={{ width: 140 }}
          onChange={(value) =>
            onChange({ worth: value ? (points ? value / 100 : value) : undefined })
          }
        />
        <p className={css.quiet}>
          {plan && worth !== undefined
            ? t('goal.worthHint', {
                n: format.full(plan.history),
                days: writing.windowDays,
                goal: t(`goal.${writing.metric}`),
                base: level(plan.base),
                wanted: level(plan.base + worth),
              })
            : ready
              ? t('control.noHistory')
              : t('goal.counting')}
        </p>
      </div>
    </Panel>
  );
}
