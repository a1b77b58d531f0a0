import { App, Button, Dropdown } from 'antd';
import { useNavigate } from 'react-router';
import type { Dashboard } from '#api';
import { icons, useLabel, useTranslation } from '#shell';
import { useDeleteBoard } from '../api';
import { useDuplicate } from './useDuplicate';

/** What is done to a board as a whole; to one of somebody else's nothing but printing it. */
export function More({ board, onRename }: { board: Dashboard; onRename: () => void }) {
  const { t } = useTranslation('dashboard');
  const label = useLabel();
  const navigate = useNavigate();
  const { modal, message } = App.useApp();
  const remove = useDeleteBoard(board.id);
  const { duplicate } = useDuplicate(board);
  const complain = (error: unknown) =>
    void message.error(error instanceof Error ? error.message : String(error), 8);
  const askDelete = () => {
    void modal.confirm({
      title: t('delete.ask', { label: label(board.label) }),
      content: t('delete.text'),
      okText: t('delete.yes'),
      okButtonProps: { danger: true },
      cancelText: t('cancel'),
      onOk: async () => {
        try {
          await remove.mutateAsync();
          await navigate('/boards');
        } catch (error) {
          complain(error);
        }
      },
    });
  };
  const print = { key: 'print', label: t('print'), onClick: () => window.print() };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: board.changeable
          ? [
              print,
              {
                key: 'duplicate',
                label: t('duplicate.open'),
                onClick: () => duplicate(t('duplicate.done'), board.filter),
              },
              { key: 'rename', label: t('edit.rename'), onClick: onRename },
              { key: 'delete', label: t('delete.open'), danger: true, onClick: askDelete },
            ]
          : [print],
      }}
    >
      <Button aria-label={t('more')} icon={<icons.more size={16} />} />
    </Dropdown>
  );
}
