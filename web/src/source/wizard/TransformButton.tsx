import { Button, Checkbox, Input, InputNumber, Popover, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MappingLine, StandardField, Transform } from '#api';
import { useLabel } from '#shell';
import css from './wizard.module.css';

interface Props {
  line: MappingLine;
  field: StandardField | undefined;
  examples: string[];
  onChange: (transform: Transform[]) => void;
}

/** What is done to the cells of a column on the way: words into codes, day first, cents into yuan. */
export function TransformButton({ line, field, examples, onChange }: Props) {
  const { t } = useTranslation('source');
  const kind = field ? kindOf(field) : null;
  if (!field || !kind) return null;
  const made = line.transform;
  return (
    <Popover
      trigger={['click']}
      placement="bottomRight"
      title={t(`transform.${kind}`)}
      content={
        <div className={css.transform}>
          {kind === 'codes' && (
            <Codes field={field} examples={examples} made={made} onChange={onChange} />
          )}
          {kind === 'order' && <Order made={made} onChange={onChange} />}
          {kind === 'times' && <Times made={made} onChange={onChange} />}
          {kind === 'keep' && <Keep made={made} onChange={onChange} />}
        </div>
      }
    >
      <Button size="small" type={made.length > 0 ? 'link' : 'text'}>
        {made.length > 0 ? t('transform.set') : t('transform.none')}
      </Button>
    </Popover>
  );
}

function kindOf(field: StandardField): 'codes' | 'order' | 'times' | 'keep' | null {
  if (field.key === 'customer.id_number') return 'keep';
  if (field.codes.length > 0) return 'codes';
  if (/day|moment/i.test(field.type)) return 'order';
  if (/decimal|number|money/i.test(field.type)) return 'times';
  return null;
}

interface Part {
  made: Transform[];
  onChange: (transform: Transform[]) => void;
}

const replaced = (made: Transform[], types: Transform['type'][], by?: Transform): Transform[] => [
  ...made.filter((one) => !types.includes(one.type)),
  ...(by ? [by] : []),
];

function Codes({
  field,
  examples,
  made,
  onChange,
}: Part & { field: StandardField; examples: string[] }) {
  const { t } = useTranslation('source');
  const label = useLabel();
  const words = made.find((one) => one.type === 'codes')?.words ?? {};
  const listed = [...new Set([...examples, ...Object.keys(words)])].filter(Boolean);
  const set = (word: string, code: string | undefined) => {
    const others = Object.entries(words).filter(([known]) => known !== word);
    const next = Object.fromEntries(code ? [...others, [word, code]] : others);
    onChange(
      replaced(
        made,
        ['codes'],
        Object.keys(next).length > 0 ? { type: 'codes', words: next } : undefined,
      ),
    );
  };
  return (
    <>
      <p className={css.quiet}>{t('transform.codesText')}</p>
      <table className={css.codes}>
        <tbody>
          {listed.map((word) => (
            <tr key={word}>
              <td>{word}</td>
              <td>
                <Select<string>
                  size="small"
                  style={{ width: 150 }}
                  allowClear
                  value={words[word]}
                  placeholder={t('transform.auto')}
                  aria-label={word}
                  options={field.codes.map((code) => ({
                    value: code.value,
                    label: label(code.label),
                  }))}
                  onChange={(code: string | undefined) => set(word, code)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Input
        size="small"
        placeholder={t('transform.addWord')}
        aria-label={t('transform.addWord')}
        onPressEnter={(event) => {
          const word = event.currentTarget.value.trim();
          const first = field.codes[0]?.value;
          if (word !== '' && first && !(word in words)) set(word, first);
        }}
      />
    </>
  );
}

function Order({ made, onChange }: Part) {
  const { t } = useTranslation('source');
  const now =
    made.find((one) => one.type === 'dayFirst' || one.type === 'monthFirst')?.type ?? 'auto';
  return (
    <Radio.Group
      vertical
      value={now}
      onChange={(event) => {
        const type = event.target.value as 'auto' | 'dayFirst' | 'monthFirst';
        onChange(
          replaced(made, ['dayFirst', 'monthFirst'], type === 'auto' ? undefined : { type }),
        );
      }}
      options={(['auto', 'dayFirst', 'monthFirst'] as const).map((value) => ({
        value,
        label: t(`transform.${value}Choice`),
      }))}
    />
  );
}

/** Of Chinese id numbers only what they tell is kept, unless somebody says so here. */
function Keep({ made, onChange }: Part) {
  const { t } = useTranslation('source');
  return (
    <>
      <p className={css.quiet}>{t('transform.keepText')}</p>
      <Checkbox
        checked={made.some((one) => one.type === 'keep')}
        onChange={(event) =>
          onChange(replaced(made, ['keep'], event.target.checked ? { type: 'keep' } : undefined))
        }
      >
        {t('transform.keepChoice')}
      </Checkbox>
    </>
  );
}

function Times({ made, onChange }: Part) {
  const { t } = useTranslation('source');
  const factor = made.find((one) => one.type === 'times')?.factor ?? 1;
  return (
    <>
      <p className={css.quiet}>{t('transform.timesText')}</p>
      <InputNumber<number>
        value={factor}
        step={0.01}
        onChange={(value) =>
          onChange(
            replaced(
              made,
              ['times'],
              value === null || value === 1 ? undefined : { type: 'times', factor: value },
            ),
          )
        }
        aria-label={t('transform.times')}
      />
    </>
  );
}
