import { useFormat } from '#shell';
import css from './tag.module.css';

/** A share as a figure over a line of its length. */
export function Share({ value }: { value: number }) {
  const format = useFormat();
  return (
    <span className={css.share}>
      <span>{format.percent(value)}</span>
      <span className={css.shareLine} aria-hidden>
        <span style={{ width: `${Math.min(100, value * 100)}%` }} />
      </span>
    </span>
  );
}
