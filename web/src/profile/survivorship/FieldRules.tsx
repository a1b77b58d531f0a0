import { Select } from 'antd';
import type { ValueRules } from '#api';
import { useLabel, useTranslation } from '#shell';
import { nameOf, type Draft } from './draft';
import css from './survivorship.module.css';

/** A rule a field; the parts of a place go together. */
export function FieldRules({
  held,
  draft,
  may,
  onChange,
}: {
  held: ValueRules;
  draft: Draft;
  may: boolean;
  onChange: (draft: Draft) => void;
}) {
  const { t } = useTranslation('profile');
  const label = useLabel();
  return (
    <ul className={css.fields}>
      {held.rules.map(({ fields, labels, usual, choices }) => {
        const name = nameOf(fields);
        const rule = draft.rules[name] ?? usual;
        const title = fields.length > 1 ? t('values.place') : labels.map(label).join('');
        return (
          <li key={name}>
            <span className={css.field}>
              {title}
              {fields.length > 1 && (
                <small>
                  {t('values.placeText', { fields: labels.map(label).join(t('comma')) })}
                </small>
              )}
            </span>
            {may ? (
              <Select
                value={rule}
                aria-label={t('values.ruleOf', { field: title })}
                popupMatchSelectWidth={false}
                options={choices.map((value) => ({ value, label: t(`values.rule.${value}`) }))}
                optionRender={({ label: words, value }) => (
                  <span className={css.option}>
                    {words}
                    <small>{t(`values.says.${value}`)}</small>
                  </span>
                )}
                onChange={(value) =>
                  onChange({ ...draft, rules: { ...draft.rules, [name]: value } })
                }
              />
            ) : (
              // To be read, not greyed out: these are the rules by which the person's figures came.
              <span className={css.reads}>
                {t(`values.rule.${rule}`)}
                <small>{t(`values.says.${rule}`)}</small>
              </span>
            )}
            {may && rule !== usual && (
              <small className={css.usual}>
                {t('values.usual', { rule: t(`values.rule.${usual}`) })}
              </small>
            )}
          </li>
        );
      })}
    </ul>
  );
}
