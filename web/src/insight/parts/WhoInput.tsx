import { Modal, Select } from 'antd';
import { useMemo, useReducer, useState } from 'react';
import type { Condition } from '#api';
import {
  canvasOf,
  ConditionBuilder,
  CountPanel,
  edit,
  empty,
  inAddress,
  isSegment,
  kindOf,
  read,
  Sentence,
  useCount,
  useLexicon,
  write,
} from '#condition';
import { useLabel, useTranslation } from '#shell';
import css from '../insight.module.css';

interface Props {
  id?: string;
  /** What it is called where no label stands beside it. */
  label?: string;
  who: Condition | null;
  onChange: (who: Condition | null) => void;
}

/** Whom the question is about: everyone, a segment, who has a tag, or a condition drawn here. */
export function WhoInput({ id, label, who, onChange }: Props) {
  const { t } = useTranslation('insight');
  const [draws, setDraws] = useState(false);
  const { segments, tags } = useChoices();
  const now = who ? inAddress(who) : 'all';
  const isOwn = who !== null && ![...segments, ...tags].some((one) => one.value === now);
  return (
    <div className={css.span}>
      <Select<string>
        id={id}
        aria-label={label}
        value={isOwn ? 'own' : now}
        showSearch={{ optionFilterProp: 'label' }}
        popupMatchSelectWidth={false}
        onChange={(value) => {
          if (value === 'own') setDraws(true);
          else onChange(value === 'all' ? null : (JSON.parse(value) as Condition));
        }}
        onSelect={(value) => {
          if (value === 'own') setDraws(true);
        }}
        options={[
          { value: 'all', label: t('who.all') },
          ...(segments.length > 0
            ? [{ value: 'segments', label: t('who.segments'), options: segments }]
            : []),
          ...(tags.length > 0 ? [{ value: 'tags', label: t('who.tags'), options: tags }] : []),
          { value: 'own', label: t('who.own') },
        ]}
      />
      {isOwn && (
        <p className={css.hint}>
          <Sentence condition={who} />
        </p>
      )}
      {draws && (
        <WhoDialog
          who={who}
          onClose={() => setDraws(false)}
          onDone={(drawn) => {
            setDraws(false);
            onChange(drawn);
          }}
        />
      )}
    </div>
  );
}

/** Segments and the values of tags, each as the condition that it stands for. */
function useChoices() {
  const label = useLabel();
  const { vocabulary } = useLexicon();
  return useMemo(() => {
    const holds = (trait: string, value: string | number | boolean): string =>
      inAddress({ type: 'holds', trait, op: 'EQ', value });
    const segments = vocabulary.traits
      .filter((one) => isSegment(one.trait))
      .map((one) => ({ value: holds(one.trait, true), label: label(one.label) }));
    const tags = vocabulary.traits
      .filter((one) => !isSegment(one.trait))
      .flatMap((one) => {
        const name = label(one.label);
        if (kindOf(one.type) === 'flag') return [{ value: holds(one.trait, true), label: name }];
        return one.values.flatMap((coded) =>
          coded.value === null || Array.isArray(coded.value)
            ? []
            : [
                {
                  value: holds(one.trait, coded.value),
                  label: `${name} · ${label(coded.label)}`,
                },
              ],
        );
      });
    return { segments, tags };
  }, [vocabulary, label]);
}

/** The same canvas as that of segments, for whom this one question is about. */
function WhoDialog({
  who,
  onClose,
  onDone,
}: {
  who: Condition | null;
  onClose: () => void;
  onDone: (who: Condition | null) => void;
}) {
  const { t } = useTranslation('insight');
  const [canvas, dispatch] = useReducer(edit, who, (condition) =>
    canvasOf((condition && read(condition)) ?? empty),
  );
  const { condition, gaps } = useMemo(() => write(canvas.draft), [canvas.draft]);
  const count = useCount(condition);
  const isEmpty = canvas.draft.of.length === 0;
  return (
    <Modal
      open
      width={760}
      title={t('who.title')}
      okText={t('who.done')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: gaps.length > 0 }}
      onOk={() => onDone(isEmpty ? null : condition)}
      onCancel={onClose}
    >
      <ConditionBuilder canvas={canvas} dispatch={dispatch} gaps={gaps} />
      <div className={css.whoCount}>
        <CountPanel query={count} />
      </div>
    </Modal>
  );
}
