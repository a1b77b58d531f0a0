import type { ReactNode } from 'react';
import css from './states.module.css';

interface Props {
  title: ReactNode;
  /** One sentence that teaches what would stand here. */
  text?: ReactNode;
  picture?: ReactNode;
  /** One button. */
  action?: ReactNode;
}

/** Nothing here yet: one sentence, a picture or example, one button. */
export function Empty({ title, text, picture, action }: Props) {
  return (
    <div className={css.state}>
      {picture}
      <h2 className={css.title}>{title}</h2>
      {text && <p className={css.text}>{text}</p>}
      {action && <div className={css.actions}>{action}</div>}
    </div>
  );
}
