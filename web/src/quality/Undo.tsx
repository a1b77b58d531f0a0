import { Button, Popconfirm } from 'antd';
import { useTranslation } from '#shell';

/** Takes a decision about rows back, once asked whether it is meant. */
export function Undo({ ask, onUndo }: { ask: string; onUndo: () => void }) {
  const { t } = useTranslation('quality');
  return (
    <Popconfirm
      title={ask}
      okText={t('correct.undo')}
      cancelText={t('correct.cancel')}
      onConfirm={onUndo}
    >
      <Button type="text" size="small">
        {t('correct.undo')}
      </Button>
    </Popconfirm>
  );
}
