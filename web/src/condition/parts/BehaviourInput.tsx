import { Button, InputNumber, Select } from 'antd';
import { useMemo } from 'react';
import type { Aggregate, Decimal } from '#api';
import { toNumber } from '#style';
import { useLabel, useTranslation } from '#shell';
import { useLexicon, useSpeech } from '../api';
import { filtersOf, type BehaviourAtom, type BoundOp, type Test } from '../draft';
import { atomAbout, filterFields, summable } from '../vocabulary';
import { plain, whereWords } from '../words';
import css from './builder.module.css';
import { FieldInput } from './FieldInput';
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
  return (
    <>
      <WindowInput window={atom.window} onChange={(window) => onChange({ ...atom, window })} />
      <CountingSelect atom={atom} onChange={onChange} />
      {!isPlain && (
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

/** Did, did not, how often, on how many days, how much, how long ago. */
function CountingSelect({ atom, onChange }: Props) {
  const { t } = useTranslation('condition');
  const label = useLabel();
  const behaviour = useLexicon().behaviour(atom.entity);
  const value =
    atom.op === 'did' || atom.op === 'didNot'
      ? atom.op
      : atom.of === null
        ? atom.aggregate
        : `${atom.aggregate}:${atom.of}`;
  const options = useMemo(() => {
    const offered = behaviour?.aggregates ?? [];
    const has = (aggregate: Aggregate) => offered.includes(aggregate);
    const simple = (['COUNT', 'DISTINCT_DAYS', 'DAYS_SINCE_LAST'] as const)
      .filter(has)
      .map((aggregate) => ({ value: aggregate, label: t(`counting.${aggregate}`) }));
    const amounts = (behaviour ? summable(behaviour) : []).flatMap((field) =>
      (['SUM', 'MAX', 'MIN'] as const).filter(has).map((aggregate) => ({
        value: `${aggregate}:${field.key}`,
        label: t(`counting.${aggregate}`, { field: label(field.label) }),
      })),
    );
    return [
      { value: 'did', label: t('counting.did') },
      { value: 'didNot', label: t('counting.didNot') },
      ...simple,
      ...amounts,
    ];
  }, [behaviour, label, t]);
  const choose = (chosen: string) => {
    if (chosen === 'did' || chosen === 'didNot')
      return onChange({ ...atom, aggregate: 'COUNT', of: null, op: chosen, bounds: [] });
    const [aggregate, of] = chosen.split(':') as [Aggregate, string | undefined];
    const wasPlain = atom.op === 'did' || atom.op === 'didNot';
    onChange({
      ...atom,
      aggregate,
      of: of ?? null,
      op: wasPlain ? 'GE' : atom.op,
      bounds: wasPlain
        ? [aggregate === 'COUNT' || aggregate === 'DISTINCT_DAYS' ? 2 : null]
        : atom.bounds,
      // How long ago the last one was is asked of all time.
      window: aggregate === 'DAYS_SINCE_LAST' ? { type: 'ever' } : atom.window,
    });
  };
  return (
    <Select<string>
      className={css.counting}
      value={value}
      aria-label={t('builder.counting')}
      popupMatchSelectWidth={false}
      onChange={choose}
      options={options}
    />
  );
}

function Bounds({ atom, onChange }: Props) {
  const { t } = useTranslation('condition');
  const unit =
    atom.aggregate === 'COUNT'
      ? 'times'
      : atom.aggregate === 'DISTINCT_DAYS' || atom.aggregate === 'DAYS_SINCE_LAST'
        ? 'days'
        : null;
  const input = (at: 0 | 1, label: string) => (
    <InputNumber<number>
      className={css.one}
      value={toNumber(atom.bounds[at])}
      aria-label={label}
      min={unit ? 0 : undefined}
      precision={unit ? 0 : undefined}
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
