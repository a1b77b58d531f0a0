import type { UseQueryResult } from '@tanstack/react-query';
import { InputNumber } from 'antd';
import type { Outlook } from '#api';
import { ErrorState, Loading, Panel, useTranslation } from '#shell';
import css from '../campaign.module.css';
import type { Sized, Writing } from './draft';
import { GoalPanel } from './GoalPanel';
import { SharePanel } from './SharePanel';

interface Props {
  writing: Sized;
  outlook: UseQueryResult<Outlook>;
  onChange: (part: Partial<Writing>) => void;
}

/** What shall be known, how many are held back for it, and by what rule it will be counted. */
export function ControlStep({ writing, outlook, onChange }: Props) {
  const { t } = useTranslation('campaign');
  const { data } = outlook;
  return (
    <>
      <GoalPanel writing={writing} plan={data?.plan} ready={Boolean(data)} onChange={onChange} />
      {outlook.error ? (
        <Panel>
          <ErrorState error={outlook.error} retry={() => void outlook.refetch()} />
        </Panel>
      ) : data ? (
        <SharePanel writing={writing} outlook={data} onChange={onChange} />
      ) : (
        <Panel>
          <Loading rows={4} />
        </Panel>
      )}
      <Panel title={t('measure.money')} text={t('measure.moneyText')}>
        <div className={css.form}>
          <label htmlFor="campaign-margin">{t('measure.margin')}</label>
          <InputNumber
            id="campaign-margin"
            min={0}
            max={100}
            value={writing.marginPercent}
            suffix="%"
            onChange={(value) => onChange({ marginPercent: value ?? 0 })}
          />
          <p className={css.quiet}>{t('measure.marginHint')}</p>
          <label htmlFor="campaign-other">{t('measure.otherCost')}</label>
          <InputNumber
            id="campaign-other"
            min={0}
            precision={2}
            value={writing.otherCost}
            onChange={(value) => onChange({ otherCost: value ?? 0 })}
          />
          <p className={css.quiet}>{t('measure.otherCostHint')}</p>
        </div>
      </Panel>
    </>
  );
}
