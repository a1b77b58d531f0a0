import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Label, Mapping, Where } from '#api';
import { useLabel } from '#shell';
import { useFieldNames } from '../api';
import { asPlain, asWhere, HOWS, type Plain } from './kinds';
import css from './wizard.module.css';

type Rule = Mapping['kinds'][number];

interface Props {
  rules: Rule[];
  /** The mapped fields that a rule may look at. */
  fields: string[];
  kinds: { value: string; label: Label }[];
  onChange: (rules: Rule[]) => void;
}

/** Which lines of an order are not goods: postage, discounts, fees, tests. The first rule that fits counts. */
export function KindRules({ rules, fields, kinds, onChange }: Props) {
  const { t } = useTranslation('source');
  const set = (i: number, rule: Rule) => onChange(rules.map((one, k) => (k === i ? rule : one)));
  const first = fields.find((field) => field.startsWith('order_line.product')) ?? fields[0];
  return (
    <>
      {rules.map((rule, i) => (
        <div key={i} className={css.rule}>
          <RuleRow rule={rule} fields={fields} kinds={kinds} onChange={(next) => set(i, next)} />
          <Button
            type="text"
            size="small"
            onClick={() => onChange(rules.filter((_, k) => k !== i))}
          >
            {t('kinds.remove')}
          </Button>
        </div>
      ))}
      <Button
        size="small"
        disabled={!first}
        onClick={() =>
          first &&
          onChange([
            ...rules,
            { kind: 'postage', when: { type: 'in', field: first, values: [] } satisfies Where },
          ])
        }
      >
        {t('kinds.add')}
      </Button>
    </>
  );
}

function RuleRow({
  rule,
  fields,
  kinds,
  onChange,
}: Omit<Props, 'rules' | 'onChange'> & {
  rule: Rule;
  onChange: (rule: Rule) => void;
}) {
  const { t } = useTranslation('source');
  const label = useLabel();
  const fieldName = useFieldNames();
  const plain = asPlain(rule.when);
  const put = (part: Partial<Plain>) =>
    plain && onChange({ ...rule, when: asWhere({ ...plain, ...part }) });
  return (
    <>
      <span>{t('kinds.when')}</span>
      {plain ? (
        <>
          <Select
            size="small"
            style={{ width: 140 }}
            value={plain.field}
            aria-label={t('kinds.field')}
            options={[...new Set([plain.field, ...fields])].map((field) => ({
              value: field,
              label: fieldName(field),
            }))}
            onChange={(field) => put({ field })}
          />
          <Select
            size="small"
            style={{ width: 110 }}
            value={plain.how}
            aria-label={t('kinds.how')}
            options={HOWS.map((how) => ({ value: how, label: t(`kinds.hows.${how}`) }))}
            onChange={(how) => put({ how })}
          />
          {plain.how !== 'negative' && (
            <Select
              size="small"
              mode="tags"
              style={{ flex: 1, minWidth: 160 }}
              value={plain.words}
              aria-label={t('kinds.words')}
              placeholder={t('kinds.words')}
              onChange={(words: string[]) =>
                put({ words: plain.how === 'in' ? words : words.slice(-1) })
              }
            />
          )}
        </>
      ) : (
        <code className={css.custom}>{t('kinds.custom')}</code>
      )}
      <span>{t('kinds.then')}</span>
      <Select
        size="small"
        style={{ width: 130 }}
        value={rule.kind}
        aria-label={t('kinds.kind')}
        options={kinds.map((kind) => ({ value: kind.value, label: label(kind.label) }))}
        onChange={(kind) => onChange({ ...rule, kind })}
      />
    </>
  );
}
