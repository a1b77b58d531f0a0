import { Button, Slider } from 'antd';
import { useCallback } from 'react';
import type { Outlook, Table } from '#api';
import { Chart, sizing, type Drawing } from '#charts';
import { Panel, useFormat, useTranslation } from '#shell';
import css from '../campaign.module.css';
import { useWorth } from '../useWorth';
import type { Sized, Writing } from './draft';
import { Power } from './Power';

interface Props {
  writing: Sized;
  outlook: Outlook;
  onChange: (part: Partial<Writing>) => void;
}

/** How many are held back: what is advised, what any other share would see, and what that means. */
export function SharePanel({ writing, outlook, onChange }: Props) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const { lift } = useWorth(writing.metric);
  const { plan, shares } = outlook;
  const share = shares.find((one) => one.controlPerMille === writing.controlPerMille);
  const percent = (perMille: number) => format.percent(perMille / 1000).replace('.0', '');
  const isAdvised = plan?.advised === writing.controlPerMille;
  return (
    <Panel title={t('control.title')} text={t('control.text')}>
      {plan && (
        <p className={css.advice}>
          <span>
            {plan.attainable
              ? t('control.advised', { share: percent(plan.advised), worth: lift(plan.worth) })
              : plan.best === undefined
                ? t('control.blindAny')
                : t('control.outOfReach', {
                    worth: lift(plan.worth),
                    best: lift(plan.best),
                    share: percent(plan.advised),
                  })}
          </span>
          {!isAdvised && (
            <Button size="small" onClick={() => onChange({ controlPerMille: null })}>
              {t('control.useAdvised', { share: percent(plan.advised) })}
            </Button>
          )}
        </p>
      )}
      <div className={css.slider}>
        <Slider
          min={0}
          max={50}
          value={writing.controlPerMille / 10}
          marks={{ 0: '0%', 10: '10%', 20: '20%', 30: '30%', 40: '40%', 50: '50%' }}
          tooltip={{ formatter: (value) => `${value ?? 0}%` }}
          ariaLabelForHandle={t('control.share')}
          onChange={(value: number) => onChange({ controlPerMille: value * 10 })}
        />
      </div>
      {share && (
        <Power
          share={share}
          metric={writing.metric}
          history={plan?.history ?? 0}
          base={plan?.base ?? 0}
          worth={plan?.worth ?? 0}
          days={writing.windowDays}
        />
      )}
      {plan && shares.some((one) => one.detectable !== undefined) && (
        <Curve writing={writing} outlook={outlook} worth={plan.worth} />
      )}
    </Panel>
  );
}

/** Share of people held back against the smallest lift that it sees. */
function Curve({ writing, outlook, worth }: { writing: Sized; outlook: Outlook; worth: number }) {
  const { t } = useTranslation('campaign');
  const { lift } = useWorth(writing.metric);
  const points = writing.metric === 'CONVERSION';
  const { shares } = outlook;
  const chosen = writing.controlPerMille;
  const draw = useCallback<Drawing>(
    (pen) =>
      sizing(shares, pen, {
        unit: points ? 'points' : 'money',
        chosen,
        worth,
        name: t('control.detectable'),
        wanted: t('control.wanted'),
        held: t('arm.control'),
      }),
    [shares, points, chosen, worth, t],
  );
  const table: Table = {
    columns: ['share', 'control', 'detectable'].map((name) => ({ name, type: 'real' })),
    rows: shares
      .filter((one) => one.detectable !== undefined)
      .map((one) => [one.controlPerMille / 1000, one.control, one.detectable ?? null]),
  };
  return (
    <div className={css.curve}>
      <Chart
        title={t('control.curve')}
        note={t('control.curveNote')}
        draw={draw}
        table={table}
        height={220}
        columnTitle={(column) => t(`curve.${column}`)}
        write={(column, value) =>
          column === 'detectable' && typeof value === 'number'
            ? lift(value)
            : column === 'share' && typeof value === 'number'
              ? `${Math.round(value * 100)}%`
              : undefined
        }
      />
    </div>
  );
}
