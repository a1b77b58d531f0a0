import { Button, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { Dashboard, Insight, Label, Rolling, Tile } from '#api';
import { Complaint, useLabel, useLocale, useTranslation } from '#shell';
import { useAddBoard, useBoards, usePutOnBoard } from './api';
import { added, COLUMNS, freshId, HALF, renamed, usualSize } from './arrange';
import css from './dashboard.module.css';

interface Props {
  insight: Insight;
  chart: string;
  rolling: Rolling | null;
  /** What the tile is called unless another name is typed. */
  title: Label;
  /** The board that is chosen at first. */
  board?: string | null;
  onClose: () => void;
}

const NEW = '+';

/** Puts a question on a board: on one that stands, or on a new one. */
export function PutOnBoard({ insight, chart, rolling, title, board, onClose }: Props) {
  const { t } = useTranslation('dashboard');
  const label = useLabel();
  const locale = useLocale();
  const navigate = useNavigate();
  const boards = useBoards();
  const [chosen, setChosen] = useState(board ?? null);
  const [called, setCalled] = useState('');
  const [name, setName] = useState<string | null>(null);
  const [width, setWidth] = useState(HALF);
  const put = usePutOnBoard();
  const add = useAddBoard();
  const mine = boards.data?.filter((one) => one.changeable);
  const stands = chosen === NEW || !mine || mine.some((one) => one.id === chosen);
  const target = (stands ? chosen : null) ?? mine?.[0]?.id ?? NEW;
  const kept: Dashboard | undefined = put.data ?? add.data;
  const text = (name ?? label(title)).trim();
  const ready = text !== '' && (target !== NEW || called.trim() !== '');
  const withTile = (tiles: Tile[]): Tile[] =>
    added(tiles, {
      id: freshId(tiles),
      title: name === null ? title : renamed(title, locale, text),
      insight,
      chart,
      x: 0,
      y: 0,
      ...usualSize(chart, width),
      ...(rolling ? { rolling } : {}),
    });
  const save = () => {
    if (!ready) return;
    if (target === NEW) add.mutate({ label: called.trim(), tiles: withTile([]) });
    else put.mutate({ board: target, tile: (now) => withTile(now.tiles) });
  };
  if (kept)
    return (
      <Modal
        open
        title={t('put.done', { board: label(kept.label) })}
        onCancel={onClose}
        footer={
          <>
            <Button onClick={onClose}>{t('put.stay')}</Button>
            <Button
              type="primary"
              onClick={() => void navigate(`/boards/${encodeURIComponent(kept.id)}`)}
            >
              {t('put.go')}
            </Button>
          </>
        }
      >
        {t(rolling ? 'put.moves' : 'put.stands')}
      </Modal>
    );
  return (
    <Modal
      open
      title={t('put.title')}
      okText={t('put.yes')}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: !ready, loading: put.isPending || add.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <div className={css.dialog}>
        <label htmlFor="put-board">{t('put.board')}</label>
        <Select<string>
          id="put-board"
          value={target}
          loading={boards.isPending}
          onChange={setChosen}
          options={[
            ...(mine ?? []).map((one) => ({ value: one.id, label: label(one.label) })),
            { value: NEW, label: t('put.new') },
          ]}
        />
        {mine && mine.length < (boards.data ?? []).length && (
          <p className={css.hint}>{t('put.mine')}</p>
        )}
        {target === NEW && (
          <Input
            value={called}
            maxLength={60}
            placeholder={t('create.name')}
            aria-label={t('create.name')}
            onChange={(event) => setCalled(event.target.value)}
          />
        )}
        <label htmlFor="put-title">{t('put.name')}</label>
        <Input
          id="put-title"
          value={name ?? label(title)}
          maxLength={80}
          onChange={(event) => setName(event.target.value)}
        />
        {chart !== 'number' && (
          <>
            <span id="put-width">{t('put.width')}</span>
            <Radio.Group
              aria-labelledby="put-width"
              optionType="button"
              value={width}
              onChange={(event) => setWidth(event.target.value as number)}
              options={[
                { value: HALF, label: t('tile.half') },
                { value: COLUMNS, label: t('tile.wide') },
              ]}
            />
          </>
        )}
        <p className={css.hint}>{t(rolling ? 'put.moves' : 'put.stands')}</p>
        <Complaint error={put.error ?? add.error ?? boards.error} />
      </div>
    </Modal>
  );
}
