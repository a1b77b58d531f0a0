import dayjs from 'dayjs';
import { useMemo } from 'react';
import { useTranslation } from '#shell';

/** The days that people mostly choose for the next look. */
export function useDays() {
  const { t } = useTranslation('quality');
  return useMemo(
    () =>
      [3, 6, 12].map((months) => ({
        label: t('upkeep.months', { n: months }),
        value: dayjs().add(months, 'month'),
      })),
    [t],
  );
}
