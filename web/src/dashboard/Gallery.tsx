import { Link } from 'react-router';
import type { DashboardEntry } from '#api';
import { useLabel, useTranslation } from '#shell';
import { useBoard } from './api';
import css from './dashboard.module.css';
import { inOrder } from './arrange';
import { Miniature } from './Miniature';

/** The boards as a wall of small pictures: each is known again before its name is read. */
export function Gallery({ boards }: { boards: readonly DashboardEntry[] }) {
  return (
    <ul className={css.gallery}>
      {boards.map((one) => (
        <li key={one.id}>
          <Card board={one} />
        </li>
      ))}
    </ul>
  );
}

function Card({ board }: { board: DashboardEntry }) {
  const { t } = useTranslation('dashboard');
  const label = useLabel();
  const tiles = useBoard(board.id).data?.tiles ?? [];
  const names = inOrder(tiles)
    .filter((tile) => tile.insight)
    .map((tile) => label(tile.title));
  return (
    <Link to={`/boards/${encodeURIComponent(board.id)}`} className={css.card}>
      <Miniature tiles={tiles} />
      <span className={css.cardWords}>
        <strong>{label(board.label)}</strong>
        <span title={names.join(' · ')}>
          {board.tiles === 0
            ? t('noTiles.title')
            : `${t('list.tiles', { n: board.tiles })} · ${names.join(' · ')}`}
        </span>
        <span>{t('list.owner', { owner: label(board.owner) })}</span>
      </span>
    </Link>
  );
}
