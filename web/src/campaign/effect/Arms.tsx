import type { Effect, EffectArm } from '#api';
import { DataTable, useFormat, useTranslation } from '#shell';
import css from '../campaign.module.css';
import { armOf } from '../headline';

/** The plain counts of both groups side by side: the sizes that everything rests on. */
export function Arms({ effect }: { effect: Effect }) {
  const { t } = useTranslation('campaign');
  const format = useFormat();
  const order = (arm: EffectArm) => (arm.arm === 'control' ? 1 : 0);
  const reached = armOf(effect, 'treated');
  const optedOut = effect.arms.reduce((sum, arm) => sum + arm.optedOut, 0);
  const uncertain = effect.arms.reduce((sum, arm) => sum + arm.uncertain, 0);
  return (
    <>
      <DataTable<EffectArm>
        bare
        rows={effect.arms.toSorted((a, b) => order(a) - order(b))}
        rowKey={(arm) => arm.arm}
        label={t('arms.title')}
        minWidth={920}
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
          ...(optedOut > 0
            ? [
                {
                  key: 'optedOut',
                  title: t('arms.optedOut'),
                  number: true,
                  render: (arm: EffectArm) => format.full(arm.optedOut),
                },
              ]
            : []),
          ...(uncertain > 0
            ? [
                {
                  key: 'uncertain',
                  title: t('arms.uncertain'),
                  number: true,
                  render: (arm: EffectArm) => format.full(arm.uncertain),
                },
              ]
            : []),
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
            key: 'orders',
            title: t('arms.orders'),
            number: true,
            render: (arm) => format.full(arm.orders),
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
      {reached && reached.sent > 0 && (
        <p className={css.foot}>
          {reached.reached === undefined
            ? t('arms.noReceipts')
            : t('arms.reached', {
                reached: format.percent(reached.reached),
                arrived: format.percent(reached.arrived),
              })}
        </p>
      )}
      {reached?.optedOutRate !== undefined && optedOut > 0 && (
        <p className={css.foot}>
          {t('arms.optedOutNote', {
            n: format.full(optedOut),
            rate: format.percent(reached.optedOutRate),
          })}
        </p>
      )}
      {uncertain > 0 && (
        <p className={css.foot}>{t('arms.uncertainNote', { n: format.full(uncertain) })}</p>
      )}
    </>
  );
}
