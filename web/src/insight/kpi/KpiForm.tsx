import { MetricInput } from '../metrics/MetricInput';
import { Field } from '../parts/Field';
import { SpanInput } from '../parts/SpanInput';
import { WhoInput } from '../parts/WhoInput';
import type { KpiQuestion } from '../question';
import { useTranslation } from '#shell';

interface Props {
  question: KpiQuestion;
  latest: string;
  onChange: (change: Partial<KpiQuestion>) => void;
}

/** Which number, of which days, of whom. */
export function KpiForm({ question, latest, onChange }: Props) {
  const { t } = useTranslation('insight');
  return (
    <>
      <MetricInput metric={question.metric} onChange={(metric) => onChange({ metric })} />
      <Field label={t('field.span')} hint={t('kpi.hint')}>
        {(id) => (
          <SpanInput
            id={id}
            span={question.span}
            latest={latest}
            onChange={(span) => span && onChange({ span })}
          />
        )}
      </Field>
      <Field label={t('field.who')} hint={question.who ? t('who.noAnonymous') : undefined}>
        {(id) => <WhoInput id={id} who={question.who} onChange={(who) => onChange({ who })} />}
      </Field>
    </>
  );
}
