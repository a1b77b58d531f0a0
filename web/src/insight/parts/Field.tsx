import { useId, type ReactNode } from 'react';
import css from '../insight.module.css';

/** A part of the question under its name; `children` is given the id that the name points to. */
export function Field({
  label,
  hint,
  children,
}: {
  label: string;
  hint?: ReactNode;
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={css.field}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {hint && <p className={css.hint}>{hint}</p>}
    </div>
  );
}

/** The same for a set of choices, which has no single element to point to. */
export function Choices({
  label,
  hint,
  children,
}: {
  label: string;
  hint?: ReactNode;
  children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className={css.field}>
      <span id={id} className={css.label}>
        {label}
      </span>
      {children(id)}
      {hint && <p className={css.hint}>{hint}</p>}
    </div>
  );
}
