import { Button, InputNumber, Select } from 'antd';
import type { Decimal } from '#api';
import { toNumber } from '#style';
import { useLabel, useTranslation } from '#shell';
import { useLexicon, useSpeech } from '../api';
import { filtersOf, type BehaviourAtom, type BoundOp, type Test } from '../draft';
import { atomAbout, filterFields } from '../vocabulary';
import { plain } from '../speech';
import { whereWords } from '../words';
import css from './builder.module.css';
import { CountingSelect } from './CountingSelect';
import { FieldInput } from './FieldInput';
import { PicksInput } from './PicksInput';
import { signs } from './signs';
import { WindowInput } from './WindowInput';

interface Props {
  atom: BehaviourAtom;
  onChange: (atom: BehaviourAtom) => void;
}

const BOUNDS: BoundOp[] = ['GE', 'LE', 'between', 'EQ', 'GT', 'LT'];

/** When, how it is counted, how much of it, and which of the rows count. */
export function BehaviourInput({ atom, onChange }: Props) {
  const { t } = useTranslation('condition');
  const isPlain = atom.op === 'did' || atom.op === 'didNot';
  const picksValue = atom.op === 'in' || atom.op === 'notIn';
  return (
    <>
      <WindowInput window={atom.window} onChange={(window) => onChange({ ...atom, window })} />
      <CountingSelect atom={atom} onChange={onChange} />
      {picksValue && <PicksInput atom={atom} onChange={onChange} />}
      {!isPlain && !picksValue && (
        <>
          <Select<BoundOp>
            className={css.op}
            value={atom.op}
            aria-label={t('builder.op')}
            popupMatchSelectWidth={false}
            onChange={(op) =>
              onChange({ ...atom, op, bounds: atom.bounds.slice(0, op === 'between' ? 2 : 1) })
            }
            options={(BOUNDS.includes(atom.op) ? BOUNDS : [...BOUNDS, atom.op]).map((op) => ({
              value: op,
              label: t(`op.${op}`),
            }))}
          />
          <Bounds atom={atom} onChange={onChange} />
        </>
      )}
      <Filters atom={atom} onChange={onChange} />
    </>
  );
}

function Bounds({ atom, onChange }: Props) {
  const { t } = useTranslation('condition');
  const unit =
    atom.aggregate === 'COUNT'
      ? 'times'
      : atom.aggregate === 'DISTINCT_VALUES'
        ? 'sorts'
        : atom.aggregate === 'TREND'
          ? 'percent'
          : atom.aggregate === 'DISTINCT_DAYS' ||
              atom.aggregate === 'DAYS_SINCE_LAST' ||
              atom.aggregate === 'DAYS_SINCE_FIRST'
            ? 'days'
            : null;
  const input = (at: 0 | 1, label: string) => (
    <InputNumber<number>
      className={css.one}
      value={toNumber(atom.bounds[at])}
      aria-label={label}
      min={unit && unit !== 'percent' ? 0 : undefined}
      precision={unit && unit !== 'percent' ? 0 : undefined}
      suffix={unit ? t(`builder.${unit}`) : undefined}
      onChange={(number) => {
        const bounds: (Decimal | null)[] = [atom.bounds[0] ?? null, atom.bounds[1] ?? null];
        bounds[at] = number;
        onChange({ ...atom, bounds: bounds.slice(0, atom.op === 'between' ? 2 : 1) });
      }}
    />
  );
  if (atom.op !== 'between')
    return (
      <span data-asks className={css.single}>
        {input(0, t('builder.value'))}
      </span>
    );
  return (
    <span data-asks className={css.range}>
      {input(0, t('builder.from'))}
      <span>{t('builder.to')}</span>
      {input(1, t('builder.upTo'))}
    </span>
  );
}

/** Which of the rows count: only those of the shop, only those above 100. */
function Filters({ atom, onChange }: Props) {
  const { t } = useTranslation('condition');
  const label = useLabel();
  const speech = useSpeech();
  const words = useLexicon();
  const behaviour = words.behaviour(atom.entity);
  const fields = behaviour ? filterFields(behaviour) : [];
  const filters = filtersOf(atom);
  const put = (old: Test, test: Test | null) =>
    onChange({ ...atom, tests: atom.tests.flatMap((one) => (one === old ? (test ?? []) : one)) });
  const options = fields.map((field) => ({ value: field.key, label: label(field.label) }));
  const asked = (field: string): Test => {
    const about = atomAbout(`field:${field}`, words);
    return about.about === 'field' ? about.test : { field, op: 'in', values: [] };
  };
  return (
    <div className={css.filters}>
      {filters.map((test, i) => (
        <div key={`${i} ${test.field}`} className={css.filter}>
          <span className={css.only}>{t('builder.only')}</span>
          <Select<string>
            className={css.subject}
            value={test.field}
            aria-label={t('builder.filter')}
            popupMatchSelectWidth={false}
            onChange={(field) => put(test, asked(field))}
            options={options}
          />
          <FieldInput test={test} onChange={(changed) => put(test, changed)} />
          <Button
            type="text"
            size="small"
            aria-label={t('builder.removeFilter')}
            onClick={() => put(test, null)}
          >
            <signs.remove />
          </Button>
        </div>
      ))}
      {atom.kept.map((where, i) => (
        <div key={i} className={css.filter}>
          <span className={css.only}>{t('builder.only')}</span>
          <span>{plain(whereWords(where, speech))}</span>
          <Button
            type="text"
            size="small"
            aria-label={t('builder.removeFilter')}
            onClick={() => onChange({ ...atom, kept: atom.kept.filter((one) => one !== where) })}
          >
            <signs.remove />
          </Button>
        </div>
      ))}
      {fields.length > 0 && (
        <Select<string>
          className={css.addFilter}
          variant="borderless"
          size="small"
          value={null}
          placeholder={t('builder.addFilter')}
          aria-label={t('builder.addFilter')}
          popupMatchSelectWidth={false}
          onChange={(field) => onChange({ ...atom, tests: [...atom.tests, asked(field)] })}
          options={options}
        />
      )}
    </div>
  );
}
