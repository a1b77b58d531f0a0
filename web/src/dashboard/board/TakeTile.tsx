import { Modal, Select } from 'antd';
import { useState } from 'react';
import type { Dashboard, Tile } from '#api';
import { Await, Empty, Loading, useLabel, useTranslation } from '#shell';
import { useBoard, useBoards } from '../api';
import { added, freshId } from '../arrange';
import css from '../dashboard.module.css';

interface Props {
  board: string;
  tiles: Tile[];
  onAdd: (tiles: Tile[]) => void;
  onClose: () => void;
}

/** Tiles that stand on another board, taken over as they are. */
export function TakeTile({ board, tiles, onAdd, onClose }: Props) {
  const { t } = useTranslation('dashboard');
  const label = useLabel();
  const boards = useBoards();
  const others = (boards.data ?? []).filter((one) => one.id !== board && one.tiles > 0);
  const [picked, setPicked] = useState<string | null>(null);
  const from = picked ?? others[0]?.id;
  const [ids, setIds] = useState<string[]>([]);
  const [shown, setShown] = useState<Dashboard | null>(null);
  const take = () => {
    const wanted = shown?.tiles.filter((one) => ids.includes(one.id)) ?? [];
    onAdd(
      wanted.reduce<Tile[]>(
        (all, tile) => added(all, { ...tile, id: freshId(all), x: 0, y: 0 }),
        tiles,
      ),
    );
    onClose();
  };
  return (
    <Modal
      open
      title={t('add.taken')}
      okText={t('add.yes')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: ids.length === 0 }}
      onOk={take}
      onCancel={onClose}
    >
      <Await query={boards} loading={<Loading rows={3} />}>
        {() =>
          from === undefined ? (
            <Empty title={t('add.noOther')} text={t('add.noOtherText')} />
          ) : (
            <div className={css.dialog}>
              <label htmlFor="take-board">{t('put.board')}</label>
              <Select<string>
                id="take-board"
                value={from}
                onChange={(id) => {
                  setPicked(id);
                  setIds([]);
                }}
                options={others.map((one) => ({ value: one.id, label: label(one.label) }))}
              />
              <label htmlFor="take-tiles">{t('add.which')}</label>
              <Tiles
                key={from}
                board={from}
                ids={ids}
                onChange={(chosen, found) => {
                  setIds(chosen);
                  setShown(found);
                }}
              />
            </div>
          )
        }
      </Await>
    </Modal>
  );
}

function Tiles({
  board,
  ids,
  onChange,
}: {
  board: string;
  ids: string[];
  onChange: (ids: string[], found: Dashboard) => void;
}) {
  const label = useLabel();
  const query = useBoard(board);
  return (
    <Await query={query} loading={<Loading rows={2} />}>
      {(found) => (
        <Select<string[]>
          id="take-tiles"
          mode="multiple"
          value={ids}
          onChange={(chosen) => onChange(chosen, found)}
          options={found.tiles.map((tile) => ({ value: tile.id, label: label(tile.title) }))}
        />
      )}
    </Await>
  );
}
