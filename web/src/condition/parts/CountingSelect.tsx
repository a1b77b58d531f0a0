import { Select } from 'antd';
import { useMemo } from 'react';
import type { Aggregate } from '#api';
import { useLabel, useTranslation } from '#shell';
import { useLexicon } from '../api';
import type { BehaviourAtom, BoundOp } from '../draft';
import { countable, pickable, PICKS, picks, summable } from '../vocabulary';
import css from './builder.module.css';

interface Props {
  atom: BehaviourAtom;
  onChange: (atom: BehaviourAtom) => void;
}

const PLAIN: BoundOp[] = ['did', 'didNot'];
const TIMES = ['COUNT', 'DISTINCT_DAYS', 'DAYS_SINCE_LAST', 'DAYS_SINCE_FIRST', 'TREND'] as const;
const AMOUNTS = ['SUM', 'AVERAGE', 'MAX', 'MIN', 'TREND'] as const;

/** Did, did not, how often, on how many days, how much, how long ago, which most often. */
export function CountingSelect({ atom, onChange }: Props) {
  const { t } = useTranslation('condition');
  const label = useLabel();
  const behaviour = useLexicon().behaviour(atom.entity);
  const isPlain = PLAIN.includes(atom.op);
  const value = isPlain
    ? atom.op
    : atom.of === null
      ? atom.aggregate
      : `${atom.aggregate}:${atom.of}`;
  const options = useMemo(() => {
    const has = (aggregate: Aggregate) => behaviour?.aggregates.includes(aggregate);
    const amounts = (behaviour ? summable(behaviour) : []).flatMap((field) =>
      AMOUNTS.filter(has).map((aggregate) => ({
        value: `${aggregate}:${field.key}`,
        label: t(`counting.${aggregate === 'TREND' ? 'TREND_OF' : aggregate}`, {
          field: label(field.label),
        }),
      })),
    );
    const values = [
      ...PICKS.filter(has).flatMap((aggregate) =>
        (behaviour ? pickable(behaviour) : []).map((field) => ({ aggregate, field })),
      ),
      ...(behaviour && has('DISTINCT_VALUES') ? countable(behaviour) : []).map((field) => ({
        aggregate: 'DISTINCT_VALUES' as const,
        field,
      })),
    ].map(({ aggregate, field }) => ({
      value: `${aggregate}:${field.key}`,
      label: t(`counting.${aggregate}`, { field: label(field.label) }),
    }));
    return [
      {
        label: t('counting.group.did'),
        options: PLAIN.map((op) => ({ value: op, label: t(`counting.${op}`) })),
      },
      {
        label: t('counting.group.times'),
        options: TIMES.filter(has).map((aggregate) => ({
          value: aggregate,
          label: t(`counting.${aggregate}`),
        })),
      },
      { label: t('counting.group.amounts'), options: amounts },
      { label: t('counting.group.values'), options: values },
    ].filter((group) => group.options.length > 0);
  }, [behaviour, label, t]);
  const choose = (chosen: string) => {
    if (chosen === 'did' || chosen === 'didNot')
      return onChange({ ...atom, aggregate: 'COUNT', of: null, op: chosen, bounds: [], picks: [] });
    const [aggregate, of] = chosen.split(':') as [Aggregate, string | undefined];
    onChange({
      ...atom,
      aggregate,
      of: of ?? null,
      ...asked(atom, aggregate, of ?? null),
      window: windowFor(atom, aggregate),
    });
  };
  return (
    <Select<string>
      className={css.counting}
      value={value}
      aria-label={t('builder.counting')}
      popupMatchSelectWidth={false}
      listHeight={360}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={choose}
      options={options}
    />
  );
}

/** What is asked of the new number: what was asked before, where that still makes sense. */
function asked(
  atom: BehaviourAtom,
  aggregate: Aggregate,
  of: string | null,
): Pick<BehaviourAtom, 'op' | 'bounds' | 'picks'> {
  if (picks(aggregate))
    return { op: 'in', bounds: [], picks: atom.of === of ? (atom.picks ?? []) : [] };
  const isBound = !PLAIN.includes(atom.op) && atom.op !== 'in' && atom.op !== 'notIn';
  if (isBound) return { op: atom.op, bounds: atom.bounds, picks: [] };
  const counts = aggregate === 'COUNT' || aggregate === 'DISTINCT_DAYS';
  return { op: 'GE', bounds: [counts || aggregate === 'DISTINCT_VALUES' ? 2 : null], picks: [] };
}

/** How long ago something was is asked of all time; a change needs days to be held against. */
function windowFor(atom: BehaviourAtom, aggregate: Aggregate): BehaviourAtom['window'] {
  if (aggregate === 'DAYS_SINCE_LAST' || aggregate === 'DAYS_SINCE_FIRST') return { type: 'ever' };
  const isOpen = atom.window.type === 'ever' || atom.window.type === 'firstDays';
  return aggregate === 'TREND' && isOpen ? { type: 'lastDays', days: 30 } : atom.window;
}
