import { Radio, Select } from 'antd';
import type { Metric } from '#api';
import { useTranslation } from '#shell';
import { MetricInput } from '../metrics/MetricInput';
import { Choices, Field } from '../parts/Field';
import { SpanInput } from '../parts/SpanInput';
import { SplitInput } from '../parts/SplitInput';
import { WhoInput } from '../parts/WhoInput';
import { COMPARED, GRAINS, type Compared, type TrendQuestion } from '../question';
import { comparison } from '../words';

interface Props {
  question: TrendQuestion;
  latest: string;
  onChange: (change: Partial<TrendQuestion>) => void;
}

/** What is measured, in bars of which length, over which days, beside what, of whom. */
export function TrendForm({ question, latest, onChange }: Props) {
  const { t } = useTranslation('insight');
  return (
    <>
      <MetricInput
        metric={question.metric}
        onChange={(metric) => onChange({ metric, ...fitting(question.split, metric) })}
      />
      <Choices label={t('field.grain')}>
        {(id) => (
          <Radio.Group
            aria-labelledby={id}
            optionType="button"
            block
            value={question.grain}
            onChange={(event) => onChange({ grain: event.target.value as TrendQuestion['grain'] })}
            options={GRAINS.map((value) => ({ value, label: t(`grain.${value}`) }))}
          />
        )}
      </Choices>
      <Field label={t('field.span')}>
        {(id) => (
          <SpanInput
            id={id}
            span={question.span}
            latest={latest}
            onChange={(span) => span && onChange({ span })}
          />
        )}
      </Field>
      <Field
        label={t('field.versus')}
        hint={question.versus === 'none' ? undefined : t(`versusHint.${question.versus}`)}
      >
        {(id) => (
          <Select<Compared>
            id={id}
            value={question.versus}
            onChange={(versus) => onChange({ versus })}
            options={COMPARED.map((value) => ({
              value,
              label: t(`versus.${comparison(value, question.grain)}`),
            }))}
          />
        )}
      </Field>
      <SplitInput
        split={question.split}
        rows={rowsOf(question.metric)}
        onChange={(split) => onChange({ split })}
      />
      <Field label={t('field.who')} hint={question.who ? t('who.noAnonymous') : undefined}>
        {(id) => <WhoInput id={id} who={question.who} onChange={(who) => onChange({ who })} />}
      </Field>
      <Choices label={t('field.as')}>
        {(id) => (
          <Radio.Group
            aria-labelledby={id}
            optionType="button"
            block
            value={question.as}
            onChange={(event) => onChange({ as: event.target.value as TrendQuestion['as'] })}
            options={(['bar', 'line'] as const).map((value) => ({
              value,
              label: t(`as.${value}`),
            }))}
          />
        )}
      </Choices>
    </>
  );
}

/** What happened knows of no shop, and orders without lines are of no category or product. */
const rowsOf = (metric: Metric): string[] =>
  [
    'order.channel',
    'order.shop',
    'item.category',
    'item.category_2',
    'item.category_3',
    'item.product_name',
  ].filter(
    (field) =>
      !(field === 'order.shop' && metric === 'activeCustomers') &&
      !(field.startsWith('item.') && metric === 'itemsPerOrder'),
  );

const fitting = (split: string | null, metric: Metric): { split?: null } =>
  split?.match(/^(order|item)\./) && !rowsOf(metric).includes(split) ? { split: null } : {};
