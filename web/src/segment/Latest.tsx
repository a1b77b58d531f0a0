import { useState } from 'react';
import { Link } from 'react-router';
import type { SegmentView, TagTurn } from '#api';
import { CustomerName, dayWritten } from '#profile';
import { Await, Panel, useFormat, useLabel, useTranslation } from '#shell';
import { WhyDrawer, type WhyAsked } from '#tag';
import { useSegmentLatest } from './api';
import css from './segment.module.css';

const SHOWN = 8;

/** Who came into the segment last, and who left it. */
export function Latest({ segment }: { segment: SegmentView }) {
  const { t } = useTranslation('segment');
  const label = useLabel();
  const query = useSegmentLatest(segment.id, SHOWN);
  const [asked, setAsked] = useState<WhyAsked | null>(null);
  return (
    <Panel title={t('latest.title')}>
      <Await query={query}>
        {(latest) => (
          <div className={css.turns}>
            {(['came', 'left'] as const).map((turn) => (
              <section key={turn} aria-labelledby={`turn-${turn}`}>
                <h3 id={`turn-${turn}`}>{t(`latest.${turn}`)}</h3>
                <People
                  people={latest.filter((one) => one.turn === turn)}
                  none={t(`latest.none.${turn}`)}
                  onWhy={(customer) =>
                    setAsked({
                      trait: `segment/${segment.id}`,
                      label: label(segment.label),
                      customer,
                    })
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
  people,
  none,
  onWhy,
}: {
  people: TagTurn[];
  none: string;
  onWhy: (customer: number) => void;
}) {
  const { t } = useTranslation('segment');
  const format = useFormat();
  if (people.length === 0) return <p className={css.quiet}>{none}</p>;
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
          </span>
          <time dateTime={one.happenedAt} title={format.moment(one.happenedAt)}>
            {dayWritten(one.happenedAt, format)}
          </time>
          {one.cause !== 'vanished' && (
            <button type="button" className={css.why} onClick={() => onWhy(one.customer)}>
              {t('latest.why')}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
