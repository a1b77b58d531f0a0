import type { ReactNode } from 'react';
import css from './portrait.module.css';

/** A part of the scroll, its name on the silk at the side as a label on a mounting. */
export function Chapter({
  id,
  title,
  children,
}: {
  id: string;
  title: string;
  children: ReactNode;
}) {
  return (
    <section className={css.chapter} aria-labelledby={`chapter-${id}`}>
      <div className={css.silk}>
        <h2 id={`chapter-${id}`} className={css.chapterTitle}>
          {title}
        </h2>
      </div>
      <div className={css.paper}>{children}</div>
    </section>
  );
}

/** Nothing to tell in a chapter yet: one sentence that teaches. */
export const Blank = ({ children }: { children: ReactNode }) => (
  <p className={css.blank}>{children}</p>
);
