import { Select } from 'antd';
import { Link } from 'react-router';
import type { Metric } from '#api';
import { useLabel, useTranslation } from '#shell';
import { Field } from '../parts/Field';
import { useVoice } from '../useVoice';

/** Which metric, with its definition under it and the way to all of them. */
export function MetricInput({
  metric,
  onChange,
}: {
  metric: Metric;
  onChange: (metric: Metric) => void;
}) {
  const { t } = useTranslation('insight');
  const label = useLabel();
  const { metrics } = useVoice();
  const chosen = metrics.find((one) => one.id === metric);
  return (
    <Field
      label={t('field.metric')}
      hint={
        chosen && (
          <>
            {label(chosen.meaning)} <Link to="/insights/metrics">{t('metrics.all')}</Link>
          </>
        )
      }
    >
      {(id) => (
        <Select<Metric>
          id={id}
          value={metric}
          loading={metrics.length === 0}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={onChange}
          options={metrics.map((one) => ({
            value: one.id,
            label: one.applies
              ? label(one.label)
              : t('metrics.notTheirs', { metric: label(one.label) }),
            ...(one.applies ? {} : { title: t('metrics.idleText') }),
            disabled: !one.applies,
          }))}
        />
      )}
    </Field>
  );
}
