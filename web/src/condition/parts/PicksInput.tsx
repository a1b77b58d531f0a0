import { Select } from 'antd';
import { useTranslation } from '#shell';
import { useLexicon } from '../api';
import type { BehaviourAtom } from '../draft';
import { kindOf } from '../vocabulary';
import css from './builder.module.css';
import { useChoices } from './useChoices';
import { ValuesInput } from './ValuesInput';

interface Props {
  atom: BehaviourAtom;
  onChange: (atom: BehaviourAtom) => void;
}

/** Which values the most frequent, first or last one may have. */
export function PicksInput({ atom, onChange }: Props) {
  const { t } = useTranslation('condition');
  const field = useLexicon().field(atom.of ?? '');
  const offered = useChoices(field);
  const op = atom.op === 'notIn' ? 'notIn' : 'in';
  return (
    <>
      <Select<'in' | 'notIn'>
        className={css.op}
        value={op}
        aria-label={t('builder.op')}
        popupMatchSelectWidth={false}
        onChange={(chosen) => onChange({ ...atom, op: chosen })}
        options={(['in', 'notIn'] as const).map((one) => ({ value: one, label: t(`op.${one}`) }))}
      />
      <ValuesInput
        op="in"
        kind={field ? kindOf(field.type) : 'text'}
        values={atom.picks ?? []}
        {...offered}
        onChange={(picks) => onChange({ ...atom, picks })}
      />
    </>
  );
}
