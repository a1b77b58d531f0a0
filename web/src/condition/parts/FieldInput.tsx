import { Select } from 'antd';
import { useLabel, useTranslation } from '#shell';
import { useHeld, useLexicon } from '../api';
import type { Test, TestOp, TraitAtom } from '../draft';
import { isSegment, isSeveral, kindOf, opsFor, refit, traitOps, type Kind } from '../vocabulary';
import css from './builder.module.css';
import { useChoices } from './useChoices';
import { ValuesInput, type Choices } from './ValuesInput';

/** How a field is asked about, and with which values. */
export function FieldInput({ test, onChange }: { test: Test; onChange: (test: Test) => void }) {
  const field = useLexicon().field(test.field);
  const kind = field ? kindOf(field.type) : 'text';
  const offered = useChoices(field);
  const ops = opsFor(kind, (field?.codes.length ?? 0) > 0, test.op);
  return (
    <Asked
      ops={ops}
      kind={kind}
      {...offered}
      {...test}
      onChange={(op, values) => onChange({ ...test, op, values })}
    />
  );
}

/** The same for a tag or a segment. */
export function TraitInput({
  atom,
  onChange,
}: {
  atom: TraitAtom;
  onChange: (atom: TraitAtom) => void;
}) {
  const { t } = useTranslation('condition');
  const label = useLabel();
  const known = useLexicon().trait(atom.trait);
  const kind = known ? kindOf(known.type) : 'text';
  const held = useHeld(atom.trait, kind === 'text' && known !== undefined);
  const coded = known?.values.length ? known.values : null;
  const choices = coded
    ? coded.map(({ value, label: name }) => ({
        value,
        label: label(name),
        customers: held.find((one) => one.value === value)?.customers,
      }))
    : held.map((one) => ({ ...one, label: label(one.label) }));
  if (kind === 'flag') {
    const has = (atom.op === 'in') === (atom.values[0] !== false);
    const inSegment = isSegment(atom.trait);
    return (
      <Select<string>
        className={css.op}
        value={has ? 'in' : 'notIn'}
        aria-label={t('builder.op')}
        popupMatchSelectWidth={false}
        onChange={(chosen) =>
          onChange({ ...atom, op: chosen === 'in' ? 'in' : 'notIn', values: [true] })
        }
        options={[
          { value: 'in', label: t(inSegment ? 'segment.op' : 'tag.op') },
          { value: 'notIn', label: t(inSegment ? 'segment.opNot' : 'tag.opNot') },
        ]}
      />
    );
  }
  return (
    <Asked
      ops={traitOps(known, atom.op)}
      kind={kind}
      several={isSeveral(known)}
      choices={choices.length ? choices : undefined}
      open={coded === null}
      op={atom.op}
      values={atom.values}
      onChange={(op, values) => onChange({ ...atom, op, values })}
    />
  );
}

interface AskedProps extends Choices {
  ops: TestOp[];
  op: TestOp;
  kind: Kind;
  /** Whether the customer may hold more than one, which has words of its own. */
  several?: boolean;
  values: Test['values'];
  onChange: (op: TestOp, values: Test['values']) => void;
}

function Asked({ ops, op, kind, several, values, onChange, ...offered }: AskedProps) {
  const { t } = useTranslation('condition');
  const family = kind === 'day' || kind === 'moment' ? 'opDay' : 'op';
  const isDay = family === 'opDay';
  const name = (one: TestOp) =>
    several
      ? t(`opSeveral.${one}`)
      : isDay && ['GE', 'GT', 'LE', 'LT', 'EQ', 'between'].includes(one)
        ? t(`opDay.${one}`)
        : t(`op.${one}`);
  return (
    <>
      <Select<TestOp>
        className={css.op}
        value={op}
        aria-label={t('builder.op')}
        popupMatchSelectWidth={false}
        onChange={(chosen) => {
          const kept = refit(values, op, chosen);
          onChange(chosen, kind === 'flag' && chosen === 'in' && kept.length === 0 ? [true] : kept);
        }}
        options={ops.map((one) => ({ value: one, label: name(one) }))}
      />
      <ValuesInput
        op={op}
        kind={kind}
        values={values}
        onChange={(changed) => onChange(op, changed)}
        {...offered}
      />
    </>
  );
}
