import { App, Button } from 'antd';
import { useState } from 'react';
import type { ValueRules, ValueRulesAsked } from '#api';
import {
  Await,
  BuilderPage,
  Complaint,
  ListPage,
  Panel,
  useDelayed,
  useFormat,
  useLabel,
  useRight,
  useRightOverAll,
  useTranslation,
} from '#shell';
import { useSaveValueRules, useValueRules, useValueTrial } from './api';
import { asked, draftOf, isSame, usualDraft, withoutOrder, type Draft } from './draft';
import { FieldRules } from './FieldRules';
import { Order } from './Order';
import css from './survivorship.module.css';
import { Trial } from './Trial';

/** 取值规则: which value a customer gets where the records differ. */
export function ValuesPage() {
  const { t } = useTranslation('profile');
  const query = useValueRules();
  if (query.data) return <Builder key={JSON.stringify(query.data)} held={query.data} />;
  return (
    <ListPage
      title={t('values.title')}
      lead={t('values.lead')}
      up={{ to: '/identity', label: t('values.up') }}
    >
      <Await query={query}>{() => null}</Await>
    </ListPage>
  );
}

function Builder({ held }: { held: ValueRules }) {
  const { t } = useTranslation('profile');
  const label = useLabel();
  const format = useFormat();
  const holds = useRight('CURATE');
  const may = useRightOverAll('CURATE');
  const { message } = App.useApp();
  const save = useSaveValueRules(() => void message.success(t('values.saved'), 6));
  const [draft, setDraft] = useState<Draft>(() => draftOf(held));
  const change = (next: Draft) => {
    save.reset();
    setDraft(next);
  };
  const same = isSame(held, draft, draftOf(held));
  const lost = withoutOrder(held, draft);
  const ready = may && !same && lost.length === 0;
  const tried = useDelayed(JSON.stringify(ready ? asked(held, draft) : null), 500);
  const asking = ready ? ((JSON.parse(tried) as ValueRulesAsked | null) ?? undefined) : undefined;
  const trial = useValueTrial(asking);
  const keep = () => save.mutate(asked(held, draft));
  return (
    <BuilderPage
      title={t('values.title')}
      lead={t('values.lead')}
      up={{ to: '/identity', label: t('values.up') }}
      preview={<Trial may={may} asked={asking} />}
    >
      {!may && <p className={css.notMay}>{t(holds ? 'values.notMayForAll' : 'values.notMay')}</p>}
      <Panel title={t('values.order.title')} text={t('values.order.text')}>
        <Order
          trusted={draft.trusted}
          sources={held.sources}
          may={may}
          onChange={(trusted) => change({ ...draft, trusted })}
        />
      </Panel>
      <Panel title={t('values.fields.title')} text={t('values.fields.text')}>
        <FieldRules held={held} draft={draft} may={may} onChange={change} />
        {lost.length > 0 && (
          <p className={css.lost} role="alert">
            {t('values.noOrder', {
              fields: lost.map((one) => one.labels.map(label).join(t('comma'))).join(t('comma')),
            })}
          </p>
        )}
        {asking && trial.data && !trial.isPlaceholderData && (
          <p className={css.found}>
            {trial.data.customers === 0
              ? t('values.trial.nobody')
              : t('values.trial.found', { n: format.full(trial.data.customers) })}
          </p>
        )}
        <Complaint error={save.error} />
        {may && (
          <div className={css.buttons}>
            <Button type="primary" disabled={!ready} loading={save.isPending} onClick={keep}>
              {t('values.save')}
            </Button>
            {!same && <Button onClick={() => change(draftOf(held))}>{t('values.back')}</Button>}
            {!isSame(held, draft, usualDraft(held)) && (
              <Button onClick={() => change(usualDraft(held))}>{t('values.reset')}</Button>
            )}
            <span className={css.quiet}>{t('values.after')}</span>
          </div>
        )}
      </Panel>
    </BuilderPage>
  );
}
