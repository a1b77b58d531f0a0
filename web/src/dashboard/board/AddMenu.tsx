import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import type { Tile } from '#api';
import { useTranslation } from '#shell';
import { added, freshId, usualSize } from '../arrange';
import { AddTile } from './AddTile';
import { TakeTile } from './TakeTile';

interface Props {
  board: string;
  latest: string;
  tiles: Tile[];
  onChange: (tiles: Tile[]) => void;
}

/** What can be put on a board: a figure, a chart, one of another board, or words. */
export function AddMenu({ board, latest, tiles, onChange }: Props) {
  const { t } = useTranslation('dashboard');
  const [adds, setAdds] = useState<'figure' | 'chart' | 'taken' | null>(null);
  const close = () => setAdds(null);
  const say = () =>
    onChange(
      added(tiles, {
        id: freshId(tiles),
        title: { zh: t('add.headline', { lng: 'zh' }), en: t('add.headline', { lng: 'en' }) },
        chart: 'text',
        text: { zh: '', en: '' },
        x: 0,
        y: 0,
        ...usualSize('text'),
      }),
    );
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'figure', label: t('add.figure'), onClick: () => setAdds('figure') },
            { key: 'chart', label: t('add.chart'), onClick: () => setAdds('chart') },
            { key: 'taken', label: t('add.taken'), onClick: () => setAdds('taken') },
            { key: 'text', label: t('add.text'), onClick: say },
          ],
        }}
      >
        <Button>{t('add.open')}</Button>
      </Dropdown>
      {(adds === 'figure' || adds === 'chart') && (
        <AddTile what={adds} latest={latest} tiles={tiles} onAdd={onChange} onClose={close} />
      )}
      {adds === 'taken' && (
        <TakeTile board={board} tiles={tiles} onAdd={onChange} onClose={close} />
      )}
    </>
  );
}
