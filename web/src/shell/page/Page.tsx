import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Day } from '#api';
import { useFormat, useSession } from '../session';
import css from './page.module.css';

export interface Heading {
  title: string;
  /** What stands in place of the plain title, when it needs more than words. */
  heading?: ReactNode;
  lead?: ReactNode;
  /** The day up to which the figures reach; shown wherever there are figures. */
  asOf?: Day | null;
  /**
   * Whom the figures are of, said to who sees some customers only: of these, of the whole company
   * whoever looks, or of one customer, where there is nothing to say.
   */
  figuresOf?: 'sight' | 'company' | 'one';
  /** The page above this one. */
  up?: { to: string; label: string };
  actions?: ReactNode;
}

/** What all kinds of pages share: the title in a Song face over a hairline, and the actions. */
export function Page({
  title,
  heading,
  lead,
  asOf,
  figuresOf = 'sight',
  up,
  actions,
  narrow = false,
  children,
}: Heading & { narrow?: boolean; children: ReactNode }) {
  const { t } = useTranslation('shell');
  const format = useFormat();
  const { everybody } = useSession();
  return (
    <article className={`${css.page} ${narrow ? css.narrow : ''}`}>
      <title>{`${title} · ${t('brand')}`}</title>
      <header className={css.header}>
        <div className={css.headings}>
          {up && (
            <nav className={css.crumbs} aria-label={t('frame.crumbs')}>
              <span aria-hidden>‹ </span>
              <Link to={up.to}>{up.label}</Link>
            </nav>
          )}
          <h1 className={css.title}>{heading ?? title}</h1>
          {lead && <p className={css.lead}>{lead}</p>}
        </div>
        {(actions ?? asOf) && (
          <div className={css.actions}>
            {asOf && <span className={css.asOf}>{t('asOf', { day: format.day(asOf) })}</span>}
            {asOf && !everybody && figuresOf !== 'one' && (
              <span className={css.asOf}>{t(`figuresOf.${figuresOf}`)}</span>
            )}
            {actions}
          </div>
        )}
      </header>
      {children}
    </article>
  );
}
