import { useState } from 'react';
import { Link } from 'react-router';
import type { TagTurn, TagView } from '#api';
import { CustomerName, dayWritten } from '#profile';
import { Await, Panel, useFormat, useLabel, useTranslation } from '#shell';
import css from './tag.module.css';
import { WhyDrawer, type WhyAsked } from './why/WhyDrawer';
import { useWritten } from './why/written';
import { useLatest } from './api';

const SHOWN = 8;

/** Who got the tag last, who lost it, and of a tag with values who moved between them. */
export function Latest({ tag }: { tag: TagView }) {
  const { t } = useTranslation('tag');
  const label = useLabel();
  const query = useLatest(tag.id, SHOWN);
  const [asked, setAsked] = useState<WhyAsked | null>(null);
  const turns: TagTurn['turn'][] =
    tag.type === 'flag' ? ['came', 'left'] : ['came', 'moved', 'left'];
  return (
    <Panel title={t('latest.title')}>
      <Await query={query}>
        {(latest) => (
          <div className={css.turns}>
            {turns.map((turn) => (
              <section key={turn} aria-labelledby={`turn-${turn}`}>
                <h3 id={`turn-${turn}`}>{t(`latest.${turn}`)}</h3>
                <People
                  latest={latest.filter((one) => one.turn === turn)}
                  none={t(`latest.none.${turn}`)}
                  tag={tag}
                  onWhy={(customer) =>
                    setAsked({ trait: tag.trait, label: label(tag.label), customer })
                  }
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

function People({
  latest,
  none,
  tag,
  onWhy,
}: {
  latest: TagTurn[];
  none: string;
  tag: TagView;
  onWhy: (customer: number) => void;
}) {
  const { t } = useTranslation('tag');
  const format = useFormat();
  const written = useWritten(tag.trait);
  if (latest.length === 0) return <p className={css.quiet}>{none}</p>;
  const value = ({ turn, before, after }: TagTurn) =>
    tag.type === 'flag'
      ? null
      : turn === 'moved'
        ? t('why.changed', { before: written(before ?? null), after: written(after ?? null) })
        : written((turn === 'came' ? after : before) ?? null);
  return (
    <ul>
      {latest.map((one) => (
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
