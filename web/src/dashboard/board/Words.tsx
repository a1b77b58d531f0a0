import type { Tile } from '#api';
import { useLabel } from '#shell';
import css from '../dashboard.module.css';

/** A headline and a paragraph among the charts. */
export function Words({ tile }: { tile: Tile }) {
  const label = useLabel();
  const text = tile.text ? label(tile.text) : '';
  return (
    <div className={css.words}>
      <h2>{label(tile.title)}</h2>
      {text !== '' && <p>{text}</p>}
    </div>
  );
}
