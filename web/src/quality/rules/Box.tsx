import type { ReactNode } from 'react';
import css from '../quality.module.css';

/** One question of the form, with its words above it. */
export function Box({ text, children }: { text: string; children: ReactNode }) {
  return (
    <label className={css.field}>
      <span>{text}</span>
      {children}
    </label>
  );
}
