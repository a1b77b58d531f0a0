import type { Effect, EffectArm } from '#api';
import { DataTable, useFormat, useTranslation } from '#shell';

/** The plain counts of both groups side by side: the sizes that everything rests on. */
export function Arms({ effect }: { effect: Effect }) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const order = (arm: EffectArm) => (arm.arm === 'control' ? 1 : 0);
  return (
    <DataTable<EffectArm>
      bare
      rows={effect.arms.toSorted((a, b) => order(a) - order(b))}
      rowKey={(arm) => arm.arm}
      label={t('arms.title')}
      minWidth={860}
      columns={[
        {
          key: 'arm',
          title: t('column.arm'),
          width: 120,
          render: (arm) => t(`arm.${arm.arm === 'control' ? 'control' : 'treated'}`),
        },
        {
          key: 'people',
          title: t('arms.people'),
          number: true,
          render: (arm) => format.full(arm.people),
        },
        {
          key: 'sent',
          title: t('arms.sent'),
          number: true,
          render: (arm) => format.full(arm.sent),
        },
        {
          key: 'delivered',
          title: t('arms.delivered'),
          number: true,
          render: (arm) => format.full(arm.delivered),
        },
        {
          key: 'converted',
          title: t('arms.converted'),
          number: true,
          render: (arm) => format.full(arm.converted),
        },
        {
          key: 'rate',
          title: t('arms.rate'),
          number: true,
          render: (arm) => format.percent(arm.rate),
        },
        {
          key: 'revenue',
          title: t('arms.revenue'),
          number: true,
          render: (arm) => format.moneyFull(arm.revenue),
        },
        {
          key: 'perHead',
          title: t('arms.perHead'),
          number: true,
          render: (arm) => format.moneyFull(arm.perHead),
        },
      ]}
    />
  );
}
