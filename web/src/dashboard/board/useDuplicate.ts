import { App } from 'antd';
import { useNavigate } from 'react-router';
import type { BoardFilter, Dashboard } from '#api';
import { useLabel, useTranslation } from '#shell';
import { useAddBoard } from '../api';

/** Keeps what stands on a board as a new one of one's own, and goes there. */
export function useDuplicate(board: Dashboard) {
  const { t } = useTranslation('dashboard');
  const label = useLabel();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const add = useAddBoard();
  const duplicate = (done: string, filter: BoardFilter | undefined) =>
    add.mutate(
      {
        label: t('duplicate.name', { label: label(board.label) }).slice(0, 60),
        tiles: board.tiles,
        ...(filter ? { filter } : {}),
      },
      {
        onSuccess: ({ id }) => {
          void message.success(done);
          void navigate(`/boards/${encodeURIComponent(id)}`);
        },
        onError: (error) => void message.error(error.message, 8),
      },
    );
  return { duplicate, isPending: add.isPending };
}
