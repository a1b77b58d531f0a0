import { Button, Dropdown, Select, Tooltip, type MenuProps } from 'antd';
import { Fragment, useEffect, useRef, type Dispatch } from 'react';
import type { Fault } from '#api';
import { icons, useTranslation } from '#shell';
import { useLexicon } from '../api';
import type { Group } from '../draft';
import type { Edit } from '../edit';
import { atomAbout } from '../vocabulary';
import css from './builder.module.css';
import { signs } from './signs';
import { RuleRow } from './RuleRow';
import { SubjectSelect } from './SubjectSelect';

/** Deeper nesting is not forbidden, but nobody can read it. */
const DEEPEST = 3;

interface Props {
  group: Group;
  depth: number;
  place: { first: boolean; last: boolean };
  fresh: number | null;
  dispatch: Dispatch<Edit>;
  faults?: Map<number, Fault[]>;
  gaps: readonly number[];
}

/** Rules that hold together: all of them, or one of them; on the whole asked for, or left out. */
export function GroupBox({ group, depth, place, fresh, dispatch, faults, gaps }: Props) {
  const { t } = useTranslation('condition');
  const words = useLexicon();
  const { id, join, not, of } = group;
  const other = join === 'all' ? 'any' : 'all';
  const adder = useRef<HTMLDivElement>(null);
  // The keyboard goes on where the new group wants its first rule.
  useEffect(() => {
    if (fresh === id) adder.current?.querySelector('input')?.focus();
  }, [fresh, id]);
  const toggleJoin = () => dispatch({ do: 'join', id, join: other });
  return (
    <div
      className={css.group}
      data-depth={depth}
      data-not={not}
      role="group"
      aria-label={`${t(`builder.sense.${not ? 'without' : 'with'}`)} ${t(`builder.join.${join}`)}`}
    >
      <div className={css.groupHead}>
        <Select<'with' | 'without'>
          variant="borderless"
          className={css.inline}
          value={not ? 'without' : 'with'}
          aria-label={t('builder.senseLabel')}
          popupMatchSelectWidth={false}
          onChange={() => dispatch({ do: 'negate', id })}
          options={[
            { value: 'with', label: t('builder.sense.with') },
            { value: 'without', label: t('builder.sense.without') },
          ]}
        />
        <Select<'all' | 'any'>
          variant="borderless"
          className={css.inline}
          value={join}
          aria-label={t('builder.joinLabel')}
          popupMatchSelectWidth={false}
          onChange={toggleJoin}
          options={[
            { value: 'all', label: t('builder.join.all') },
            { value: 'any', label: t('builder.join.any') },
          ]}
        />
        {depth > 0 && <GroupTools id={id} place={place} not={not} dispatch={dispatch} />}
      </div>
      <div className={css.branches} data-join={join} data-many={of.length > 1}>
        {of.length > 1 && (
          <Tooltip title={t('builder.switchTo', { join: t(`builder.word.${other}`) })}>
            <button
              type="button"
              className={css.join}
              onClick={toggleJoin}
              aria-label={`${t(`builder.word.${join}`)}. ${t('builder.switchTo', { join: t(`builder.word.${other}`) })}`}
            >
              {t(`builder.word.${join}`)}
            </button>
          </Tooltip>
        )}
        {of.map((one, i) => {
          const where = { first: i === 0, last: i === of.length - 1 };
          return (
            <Fragment key={one.id}>
              {one.type === 'rule' ? (
                <RuleRow
                  rule={one}
                  place={where}
                  isFresh={fresh === one.id}
                  hasGap={gaps.includes(one.id)}
                  faults={faults?.get(one.id)}
                  canWrap={depth < DEEPEST}
                  dispatch={dispatch}
                />
              ) : (
                <GroupBox
                  group={one}
                  depth={depth + 1}
                  place={where}
                  fresh={fresh}
                  dispatch={dispatch}
                  faults={faults}
                  gaps={gaps}
                />
              )}
            </Fragment>
          );
        })}
        {faults?.get(id)?.map((fault) => (
          <p key={fault.code} className={css.fault} role="alert">
            {fault.message}
          </p>
        ))}
        <div ref={adder} className={css.adders}>
          <SubjectSelect
            value={null}
            placeholder={t('builder.add')}
            onChange={(subject) => dispatch({ do: 'add', to: id, atom: atomAbout(subject, words) })}
          />
          {depth < DEEPEST && (
            <Button
              type="text"
              size="small"
              onClick={() => dispatch({ do: 'addGroup', to: id, join: other })}
            >
              {t('builder.addGroup')}
            </Button>
          )}
        </div>
      </div>
    </div>
  );
}

function GroupTools({
  id,
  place,
  not,
  dispatch,
}: {
  id: number;
  place: Props['place'];
  not: boolean;
  dispatch: Dispatch<Edit>;
}) {
  const { t } = useTranslation('condition');
  const items: MenuProps['items'] = [
    { key: 'copy', label: t('builder.copy'), onClick: () => dispatch({ do: 'copy', id }) },
    {
      key: 'unwrap',
      label: t('builder.unwrap'),
      disabled: not,
      onClick: () => dispatch({ do: 'unwrap', id }),
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
    <span className={css.tools}>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button type="text" size="small" aria-label={t('builder.groupMenu')}>
          <icons.more size={16} />
        </Button>
      </Dropdown>
      <Button
        type="text"
        size="small"
        aria-label={t('builder.removeGroup')}
        onClick={() => dispatch({ do: 'remove', id })}
      >
        <signs.remove />
      </Button>
    </span>
  );
}
