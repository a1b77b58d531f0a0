import { InputNumber, Select } from 'antd';
import { useId, useMemo } from 'react';
import { pickable, useLexicon, WindowInput } from '#condition';
import { useLabel, useTranslation } from '#shell';
import css from './kinds.module.css';
import { BEGUN, entityOf, MOST_VALUES, type PreferenceDraft } from './preference';

/** Of what, in which days, and from when on it is a habit. */
export function PreferenceForm({
  draft,
  least = 1,
  most = MOST_VALUES,
  onChange,
}: {
  draft: PreferenceDraft;
  /** Between how many values it may be set: of one and of several are tags of two kinds. */
  least?: number;
  most?: number;
  onChange: (draft: PreferenceDraft) => void;
}) {
  const { t } = useTranslation('tag');
  const id = useId();
  const { fields, events } = useChoices();
  const ofEvents = draft.field !== null && entityOf(draft.field) === 'event';
  return (
    <div className={css.fields}>
      <div className={css.field}>
        <label htmlFor={`${id}field`}>{t('preference.field')}</label>
        <Select<string>
          id={`${id}field`}
          value={draft.field}
          showSearch={{ optionFilterProp: 'label' }}
          popupMatchSelectWidth={false}
          listHeight={360}
          options={fields}
          onChange={(field) => onChange({ ...draft, field })}
        />
        <small>{t('preference.fieldHint')}</small>
      </div>
      {ofEvents && (
        <div className={css.field}>
          <label htmlFor={`${id}events`}>{t('preference.events')}</label>
          <Select<string[]>
            id={`${id}events`}
            mode="multiple"
            value={draft.events}
            showSearch={{ optionFilterProp: 'label' }}
            options={events}
            onChange={(chosen) => onChange({ ...draft, events: chosen })}
          />
        </div>
      )}
      <div className={css.field}>
        <span>{t('preference.window')}</span>
        <WindowInput window={draft.window} onChange={(window) => onChange({ ...draft, window })} />
      </div>
      <div className={css.field}>
        <label htmlFor={`${id}most`}>{t('preference.most')}</label>
        <InputNumber<number>
          id={`${id}most`}
          className={css.number}
          min={least}
          max={most}
          precision={0}
          disabled={least === most}
          value={draft.most}
          suffix={t('preference.places')}
          onChange={(chosen) =>
            onChange({
              ...draft,
              most: chosen,
              // Of three, none can have 40 % of all.
              leastPercent:
                draft.leastPercent === BEGUN.leastPercent && (chosen ?? 1) > 2
                  ? 20
                  : draft.leastPercent,
            })
          }
        />
        <small>{t(most === 1 ? 'preference.mostFixed' : 'preference.mostHint')}</small>
      </div>
      <div className={css.field}>
        <label htmlFor={`${id}rows`}>{t('preference.rows')}</label>
        <InputNumber<number>
          id={`${id}rows`}
          className={css.number}
          min={1}
          max={10000}
          precision={0}
          value={draft.leastRows}
          suffix={t('preference.times')}
          onChange={(leastRows) => onChange({ ...draft, leastRows })}
        />
      </div>
      <div className={css.field}>
        <label htmlFor={`${id}percent`}>{t('preference.percent')}</label>
        <InputNumber<number>
          id={`${id}percent`}
          className={css.number}
          min={0}
          max={100}
          precision={0}
          value={draft.leastPercent}
          suffix="%"
          onChange={(leastPercent) => onChange({ ...draft, leastPercent })}
        />
        <small>{t('preference.tie')}</small>
      </div>
    </div>
  );
}

/** Words that many rows share, by what customers do; and what they do. */
function useChoices() {
  const label = useLabel();
  const { vocabulary } = useLexicon();
  return useMemo(() => {
    const fields = vocabulary.behaviours.map((behaviour) => ({
      label: label(behaviour.label),
      options: pickable(behaviour).map((field) => ({
        value: field.key,
        label: `${label(behaviour.label)} · ${label(field.label)}`,
      })),
    }));
    const names = vocabulary.behaviours
      .find((behaviour) => behaviour.entity === 'event')
      ?.fields.find((field) => field.key === 'event.name');
    const events = (names?.codes ?? []).map((code) => ({
      value: code.value,
      label: label(code.label),
    }));
    return { fields, events };
  }, [vocabulary, label]);
}
