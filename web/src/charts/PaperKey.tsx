import css from './chart.module.css';
import { keysOf } from './keys';
import type { Option } from './pen';

/** What each colour stands for, on paper: there the legend of the screen cannot be leafed through. */
export function PaperKey({ option }: { option: Option }) {
  const keys = keysOf(option);
  if (keys.length === 0) return null;
  return (
    <ul className={css.paperKey}>
      {keys.map(({ name, colour }) => (
        <li key={name}>
          <i style={{ background: colour }} />
          {name}
        </li>
      ))}
    </ul>
  );
}
