import type { UseQueryResult } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import type { TagTurn } from '#api';
import { useWritten } from '#condition';
import { CustomerName, dayWritten } from '#profile';
import { Await, Panel, useFormat, useTranslation } from '#shell';
import css from './tag.module.css';
import { WhyDrawer, type WhyAsked } from './why/WhyDrawer';

interface Props {
  title: string;
  /** The columns with their words, and what is said of an empty one. */
  turns: { turn: TagTurn['turn']; title: string; none: string }[];
  /** `tag/vip` or `segment/s1`, and what people call it. */
  trait: string;
  label: string;
  /** Whether values are told: a flag and a segment have none but yes. */
  hasValues?: boolean;
  query: UseQueryResult<TagTurn[]>;
}

/** Who came last, who left, and who moved from one value to another, each with why. */
export function Turns({ title, turns, trait, label, hasValues = false, query }: Props) {
  const [asked, setAsked] = useState<WhyAsked | null>(null);
  return (
    <Panel title={title}>
      <Await query={query}>
        {(latest) => (
          <div className={css.turns}>
            {turns.map((column) => (
              <section key={column.turn} aria-labelledby={`turn-${column.turn}`}>
                <h3 id={`turn-${column.turn}`}>{column.title}</h3>
                <People
                  people={latest.filter((one) => one.turn === column.turn)}
                  none={column.none}
                  trait={trait}
                  hasValues={hasValues}
                  onWhy={(customer) => setAsked({ trait, label, customer })}
                />
              </section>
            ))}
          </div>
        )}
      </Await>
      <WhyDrawer asked={asked} onClose={() => setAsked(null)} />
    </Panel>
  );
}

interface PeopleProps {
  people: TagTurn[];
  none: string;
  trait: string;
  hasValues: boolean;
  onWhy: (customer: number) => void;
}

function People({ people, none, trait, hasValues, onWhy }: PeopleProps) {
  const { t } = useTranslation('tag');
  const format = useFormat();
  const written = useWritten(trait);
  if (people.length === 0) return <p className={css.quiet}>{none}</p>;
  const value = ({ turn, before, after }: TagTurn) =>
    !hasValues
      ? null
      : turn === 'moved'
        ? t('why.changed', { before: written(before ?? null), after: written(after ?? null) })
        : written((turn === 'came' ? after : before) ?? null);
  return (
    <ul>
      {people.map((one) => (
        <li key={`${one.customer} ${one.happenedAt}`}>
          <span className={css.turnWho}>
            {one.cause === 'vanished' ? (
              t('latest.merged', { id: one.customer })
            ) : (
              <Link to={`/customers/${one.customer}`}>
                <CustomerName name={one.name} id={one.customer} />
              </Link>
            )}
            {value(one) !== null && <span className={css.turnValue}>{value(one)}</span>}
          </span>
          <time dateTime={one.happenedAt} title={format.moment(one.happenedAt)}>
            {dayWritten(one.happenedAt, format)}
          </time>
          {one.cause !== 'vanished' && (
            <button type="button" className={css.why} onClick={() => onWhy(one.customer)}>
              {t('why.ask')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
