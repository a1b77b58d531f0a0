import { InputNumber } from 'antd';
import { useId } from 'react';
import type { LifecycleRule } from '#api';
import { useTranslation } from '#shell';
import { toNumber } from '#style';
import css from './kinds.module.css';

/** What is set while a number is being typed. */
export type LifecycleDraft = {
  [K in keyof Omit<LifecycleRule, 'type'>]: number | null;
};

/** As retail usually draws them. */
export const RETAIL: LifecycleDraft = {
  newPercentile: 50,
  riskPercentile: 80,
  lostTimes: 2,
  loyalPercent: 25,
  leastGaps: 30,
};

export const draftOf = (rule: LifecycleRule): LifecycleDraft => ({
  newPercentile: rule.newPercentile,
  riskPercentile: rule.riskPercentile,
  lostTimes: toNumber(rule.lostTimes),
  loyalPercent: rule.loyalPercent,
  leastGaps: rule.leastGaps,
});

/** The rule of a draft, once every number is there. */
export function ruleOf(draft: LifecycleDraft): LifecycleRule | null {
  const { newPercentile, riskPercentile, lostTimes, loyalPercent, leastGaps } = draft;
  if (
    newPercentile === null ||
    riskPercentile === null ||
    lostTimes === null ||
    loyalPercent === null ||
    leastGaps === null
  )
    return null;
  return { type: 'lifecycle', newPercentile, riskPercentile, lostTimes, loyalPercent, leastGaps };
}

const FIELDS = [
  { key: 'newPercentile', min: 1, max: 98, precision: 0, unit: 'percent' },
  { key: 'loyalPercent', min: 1, max: 100, precision: 0, unit: 'percent' },
  { key: 'riskPercentile', min: 2, max: 99, precision: 0, unit: 'percent' },
  { key: 'lostTimes', min: 1.1, max: 20, precision: 1, unit: 'times' },
  { key: 'leastGaps', min: 1, max: 100000, precision: 0, unit: 'gaps' },
] as const;

/** Where the lines between the stages stand. */
export function LifecycleForm({
  draft,
  onChange,
}: {
  draft: LifecycleDraft;
  onChange: (draft: LifecycleDraft) => void;
}) {
  const { t } = useTranslation('tag');
  const id = useId();
  return (
    <div className={css.fields}>
      {FIELDS.map(({ key, min, max, precision, unit }) => (
        <div key={key} className={css.field}>
          <label htmlFor={`${id}${key}`}>{t(`lifecycle.set.${key}`)}</label>
          <InputNumber<number>
            id={`${id}${key}`}
            className={css.number}
            value={draft[key]}
            min={min}
            max={max}
            precision={precision}
            suffix={t(`lifecycle.unit.${unit}`)}
            onChange={(value) => onChange({ ...draft, [key]: value })}
          />
          <small>{t(`lifecycle.hint.${key}`)}</small>
        </div>
      ))}
    </div>
  );
}
