import { Select } from 'antd';
import type { Spread } from '#api';
import { useTranslation } from '#shell';
import { Field } from '../parts/Field';
import { SpanInput } from '../parts/SpanInput';
import { WhoInput } from '../parts/WhoInput';
import { SPREADS, type DistributionQuestion } from '../question';

interface Props {
  question: DistributionQuestion;
  latest: string;
  onChange: (change: Partial<DistributionQuestion>) => void;
}

/** Which number of customers, of which days, of whom. */
export function DistributionForm({ question, latest, onChange }: Props) {
  const { t } = useTranslation('insight');
  return (
    <>
      <Field label={t('field.spread')} hint={t(`spread.hint.${question.of}`)}>
        {(id) => (
          <Select<Spread>
            id={id}
            value={question.of}
            onChange={(of) => onChange({ of })}
            options={SPREADS.map((value) => ({ value, label: t(`spread.${value}`) }))}
          />
        )}
      </Field>
      <Field label={t('field.span')}>
        {(id) => (
          <SpanInput
            id={id}
            span={question.span}
            latest={latest}
            none={t('span.ever')}
            onChange={(span) => onChange({ span })}
          />
        )}
      </Field>
      <Field label={t('field.who')}>
        {(id) => <WhoInput id={id} who={question.who} onChange={(who) => onChange({ who })} />}
      </Field>
    </>
  );
}
