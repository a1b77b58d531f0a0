import { Button, Dropdown, type MenuProps } from 'antd';
import { useEffect, useRef, type Dispatch } from 'react';
import type { Fault } from '#api';
import { useTranslation } from '#shell';
import { useLexicon } from '../api';
import { headOf, type Atom, type Rule } from '../draft';
import type { Edit } from '../edit';
import { atomAbout, subjectOf } from '../vocabulary';
import { BehaviourInput } from './BehaviourInput';
import css from './builder.module.css';
import { FieldInput, TraitInput } from './FieldInput';
import { signs } from './signs';
import { SubjectSelect } from './SubjectSelect';

interface Props {
  rule: Rule;
  place: { first: boolean; last: boolean };
  isFresh: boolean;
  hasGap: boolean;
  faults?: Fault[];
  canWrap: boolean;
  dispatch: Dispatch<Edit>;
}

/** One rule: what it is about, how it is asked, and with which values. */
export function RuleRow({ rule, place, isFresh, hasGap, faults, canWrap, dispatch }: Props) {
  const { t } = useTranslation('condition');
  const words = useLexicon();
  const row = useRef<HTMLDivElement>(null);
  const { id, atom, not } = rule;
  const subject = subjectOf(atom, atom.about === 'behaviour' ? headOf(atom) : null);

  // The keyboard goes on where the new rule wants its first value.
  useEffect(() => {
    if (!isFresh) return;
    const inputs = row.current?.querySelectorAll<HTMLElement>('[data-asks] input');
    (inputs?.[inputs.length - 1] ?? row.current?.querySelector('input'))?.focus();
  }, [isFresh]);

  const change = (changed: Atom) => dispatch({ do: 'change', id, atom: changed });
  const items: MenuProps['items'] = [
    { key: 'negate', label: t('builder.negate'), onClick: () => dispatch({ do: 'negate', id }) },
    { key: 'copy', label: t('builder.copy'), onClick: () => dispatch({ do: 'copy', id }) },
    {
      key: 'wrap',
      label: t('builder.wrap'),
      disabled: !canWrap,
      onClick: () => dispatch({ do: 'wrap', id }),
    },
    {
      key: 'up',
      label: t('builder.up'),
      disabled: place.first,
      onClick: () => dispatch({ do: 'move', id, by: -1 }),
    },
    {
      key: 'down',
      label: t('builder.down'),
      disabled: place.last,
      onClick: () => dispatch({ do: 'move', id, by: 1 }),
    },
  ];
  return (
    <div ref={row} className={css.rule} data-not={not} data-gap={hasGap} data-fault={!!faults}>
      <div className={css.ruleBody}>
        {not && <span className={css.not}>{t('builder.notThis')}</span>}
        <SubjectSelect
          value={subject}
          onChange={(chosen) => change(retargeted(atom, atomAbout(chosen, words)))}
        />
        {atom.about === 'field' && (
          <FieldInput test={atom.test} onChange={(test) => change({ ...atom, test })} />
        )}
        {atom.about === 'trait' && <TraitInput atom={atom} onChange={change} />}
        {atom.about === 'behaviour' && <BehaviourInput atom={atom} onChange={change} />}
        {faults?.map((fault) => (
          <p key={fault.code + fault.place} className={css.fault} role="alert">
            {fault.message}
          </p>
        ))}
      </div>
      <span className={css.tools}>
        <Dropdown trigger={['click']} menu={{ items }}>
          <Button type="text" size="small" aria-label={t('builder.ruleMenu')}>
            <signs.menu />
          </Button>
        </Dropdown>
        <Button
          type="text"
          size="small"
          aria-label={t('builder.remove')}
          onClick={() => dispatch({ do: 'remove', id })}
        >
          <signs.remove />
        </Button>
      </span>
    </div>
  );
}

/** "Bought 3 times in 30 days" becomes "returned 3 times in 30 days": only the deed changes. */
function retargeted(from: Atom, to: Atom): Atom {
  if (from.about !== 'behaviour' || to.about !== 'behaviour') return to;
  const { window, aggregate, op, bounds, of } = from;
  if (from.entity !== to.entity)
    return of === null ? { ...to, window, aggregate, op, bounds } : { ...to, window };
  const head = headOf(from);
  const filters = head === null ? from.tests : from.tests.filter((test) => test.values[0] !== head);
  return { ...from, tests: [...to.tests, ...filters] };
}
