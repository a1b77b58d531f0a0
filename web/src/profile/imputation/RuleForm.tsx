import { App, Button, DatePicker, Input, InputNumber, Radio, Select } from 'antd';
import dayjs from 'dayjs';
import { useState, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import type { ImputationAsked, ImputationField } from '#api';
import { Complaint, Panel, useLabel, useTranslation } from '#shell';
import { useApplyImputation, useImputationTrial } from './api';
import { asked, draftOf, isCategory, mostOf, type Draft, type MethodType } from './draft';
import { Share } from './FieldList';
import css from './imputation.module.css';

const METHODS: MethodType[] = ['grouped', 'model', 'typical', 'constant'];

/** The method of one field; what it was tried with stays beside it until it is tried anew. */
export function RuleForm({
  field,
  customers,
  children,
}: {
  field: ImputationField;
  customers: number;
  children: (form: ReactNode, trial: Tried) => ReactNode;
}) {
  const { t } = useTranslation('profile');
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [draft, setDraft] = useState(() => draftOf(field));
  const [tried, setTried] = useState<ImputationAsked>();
  const trial = useImputationTrial(tried);
  const apply = useApplyImputation();
  const now = asked(field, draft);
  const same = now !== undefined && JSON.stringify(now) === JSON.stringify(tried);
  const put = (asking: ImputationAsked) =>
    apply.mutate(asking, {
      onSuccess: () => {
        void message.success(t('impute.applied'), 6);
        void navigate('/quality/imputation');
      },
    });
  const form = (
    <>
      <Panel title={t('impute.now')}>
        <Share field={field} customers={customers} />
      </Panel>
      <Panel title={t('impute.method')} text={t('impute.methodText')}>
        <Methods field={field} draft={draft} onChange={setDraft} />
        <Complaint error={apply.error} />
        <div className={css.buttons}>
          <Button
            type={same && trial.data ? 'default' : 'primary'}
            disabled={!now || same}
            loading={trial.isFetching}
            onClick={() => setTried(now)}
          >
            {t('impute.try')}
          </Button>
          <Button
            type={same && trial.data ? 'primary' : 'default'}
            disabled={!now || !same || !trial.data || trial.data.filled === 0}
            loading={apply.isPending}
            onClick={() => now && put(now)}
          >
            {t('impute.apply')}
          </Button>
          <span className={css.quiet}>{t('impute.after')}</span>
        </div>
      </Panel>
    </>
  );
  return children(form, { query: trial, stale: !same });
}

/** The trial and whether the form has changed since. */
export interface Tried {
  query: ReturnType<typeof useImputationTrial>;
  stale: boolean;
}

function Methods({
  field,
  draft,
  onChange,
}: {
  field: ImputationField;
  draft: Draft;
  onChange: (draft: Draft) => void;
}) {
  const { t } = useTranslation('profile');
  const kind = isCategory(field) ? 'mode' : 'median';
  return (
    <>
      <Radio.Group
        className={css.methods}
        value={draft.type}
        aria-label={t('impute.method')}
        onChange={(event) => onChange({ ...draft, type: event.target.value as MethodType })}
        options={METHODS.map((type) => ({
          value: type,
          label: (
            <span className={css.method}>
              {t(`impute.type.${type}.${kind}`)}
              <small>{t(`impute.says.${type}.${kind}`)}</small>
            </span>
          ),
        }))}
      />
      {draft.type === 'constant' && <Constant field={field} draft={draft} onChange={onChange} />}
      {(draft.type === 'grouped' || draft.type === 'model') && (
        <By field={field} draft={draft} onChange={onChange} />
      )}
    </>
  );
}

interface Part {
  field: ImputationField;
  draft: Draft;
  onChange: (draft: Draft) => void;
}

function Constant({ field, draft, onChange }: Part) {
  const { t } = useTranslation('profile');
  const label = useLabel();
  const put = (value: string) => onChange({ ...draft, value });
  return (
    <label className={css.input}>
      <span>{t('impute.value')}</span>
      {field.codes.length > 0 ? (
        <Select
          value={draft.value === '' ? undefined : draft.value}
          options={field.codes.map((code) => ({ value: code.value, label: label(code.label) }))}
          onChange={put}
          aria-label={t('impute.value')}
        />
      ) : field.type === 'day' ? (
        <DatePicker
          value={draft.value === '' ? null : dayjs(draft.value)}
          aria-label={t('impute.value')}
          onChange={(day) => put(day ? day.format('YYYY-MM-DD') : '')}
        />
      ) : (
        <Input
          value={draft.value}
          aria-label={t('impute.value')}
          onChange={(event) => put(event.target.value)}
        />
      )}
    </label>
  );
}

function By({ field, draft, onChange }: Part) {
  const { t } = useTranslation('profile');
  const label = useLabel();
  const most = mostOf(draft.type);
  return (
    <>
      <label className={css.input}>
        <span>{t('impute.by', { most })}</span>
        <Select
          mode="multiple"
          value={draft.by}
          maxCount={most}
          aria-label={t('impute.by', { most })}
          options={field.keys.map((key) => ({ value: key.name, label: label(key.label) }))}
          onChange={(by: string[]) => onChange({ ...draft, by })}
        />
      </label>
      {draft.type === 'grouped' && (
        <label className={css.input}>
          <span>{t('impute.least')}</span>
          <InputNumber
            min={1}
            max={10_000}
            value={draft.least}
            aria-label={t('impute.least')}
            onChange={(least) => onChange({ ...draft, least: least ?? 20 })}
          />
        </label>
      )}
      {isCategory(field) && (
        <label className={css.input}>
          <span>{t(`impute.percent.${draft.type === 'model' ? 'model' : 'grouped'}`)}</span>
          <InputNumber
            min={0}
            max={100}
            suffix="%"
            value={draft.percent}
            aria-label={t(`impute.percent.${draft.type === 'model' ? 'model' : 'grouped'}`)}
            onChange={(percent) => onChange({ ...draft, percent: percent ?? 0 })}
          />
        </label>
      )}
    </>
  );
}
