import { useMemo } from 'react';
import type { Goal, Interval } from '#api';
import { useFormat, useTranslation } from '#shell';

/** How a goal writes its figures: points of a share, or money a head. */
export function useWorth(goal: Goal) {
  const format = useFormat();
  const { t } = useTranslation('campaign');
  return useMemo(() => {
    const money = goal === 'REVENUE';
    return {
      name: t(`goal.${goal}`),
      /** 3.9%, ¥12.56: where people stand. */
      level: (value: number) => (money ? format.moneyFull(value) : format.percent(value)),
      /** 1.0 个百分点, ¥3.10: how far apart two groups are. */
      lift: (value: number) =>
        money ? format.moneyFull(value) : format.points(value).replace('+', ''),
      /** An estimate with its interval. */
      span: (span: Interval) => (money ? format.moneySpan(span) : format.pointsSpan(span)),
    };
  }, [goal, format, t]);
}
