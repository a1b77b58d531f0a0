import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Why } from '#api';
import { isSegment, useWritten } from '#condition';
import { Await, useFormat, useNarrow, useTranslation } from '#shell';
import { useWhy } from '../api';
import { Atom } from './Atom';
import { Changes } from './Changes';
import css from './why.module.css';

export interface WhyAsked {
  /** `tag/vip`, `segment/s1` */
  trait: string;
  label: string;
  customer: number;
}

/** Why a customer has a tag: each part of the rule, what was found, the rows that decided. */
export function WhyDrawer({ asked, onClose }: { asked: WhyAsked | null; onClose: () => void }) {
  const { t } = useTranslation('tag');
  const narrow = useNarrow();
  // The drawer keeps its words while it slides away.
  const [last, setLast] = useState(asked);
  if (asked !== null && asked !== last) setLast(asked);
  const query = useWhy(asked?.trait ?? null, asked?.customer ?? null);
  return (
    <Drawer
      title={t('why.title', { label: last?.label ?? '' })}
      open={asked !== null}
      onClose={onClose}
      size={narrow ? '100%' : 680}
      extra={
        last && (
          <Link
            to={
              isSegment(last.trait)
                ? `/segments/${last.trait.slice('segment/'.length)}`
                : `/tags/${last.trait.slice('tag/'.length)}`
            }
          >
            {t(isSegment(last.trait) ? 'why.toSegment' : 'why.toTag')}
          </Link>
        )
      }
    >
      <Await query={query}>{(why) => <Reasons why={why} trait={last?.trait ?? ''} />}</Await>
    </Drawer>
  );
}

function Reasons({ why, trait }: { why: Why; trait: string }) {
  const { t } = useTranslation('tag');
  const format = useFormat();
  const written = useWritten(trait);
  const [showsSql, setShowsSql] = useState(false);
  const flag = why.value === true || isSegment(trait);
  return (
    <>
      <div className={css.verdict} data-holds={why.holds}>
        <strong>
          {why.holds
            ? flag
              ? t(isSegment(trait) ? 'why.inside' : 'why.holds')
              : t('why.value', { value: written(why.value) })
            : t(isSegment(trait) ? 'why.outside' : 'why.holdsNot')}
        </strong>
        <div className={css.facts}>
          {why.since && <span>{t('why.since', { moment: format.moment(why.since) })}</span>}
          <span>{t('why.asOf', { day: format.day(why.asOf) })}</span>
          {why.span && (
            <span>
              {t('why.span', {
                from: format.day(why.span.from),
                until: format.day(lastDay(why.span.until)),
              })}
            </span>
          )}
        </div>
      </div>
      {why.atoms.length === 0 ? (
        <p className={css.none}>{t('why.noAtoms')}</p>
      ) : (
        <ol className={css.atoms}>
          {why.atoms.map((atom, i) => (
            <Atom key={i} atom={atom} />
          ))}
        </ol>
      )}
      <Changes changes={why.changes} trait={trait} />
      {why.sql !== '' && (
        <>
          <Button size="small" onClick={() => setShowsSql(!showsSql)} aria-expanded={showsSql}>
            {t(showsSql ? 'why.hideSql' : 'why.showSql')}
          </Button>
          {showsSql && <pre className={css.sql}>{why.sql}</pre>}
        </>
      )}
    </>
  );
}

/** A span ends before its `until`. */
const lastDay = (until: string): string => {
  const at = new Date(`${until}T00:00:00Z`);
  at.setUTCDate(at.getUTCDate() - 1);
  return at.toISOString().slice(0, 10);
};
