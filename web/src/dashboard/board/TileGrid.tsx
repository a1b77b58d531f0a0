import { Button, Input, Select } from 'antd';
import { useRef, type ButtonHTMLAttributes, type CSSProperties, type KeyboardEvent } from 'react';
import type { Label, Tile } from '#api';
import { icons, useLabel, useLocale, useNarrow, useTranslation } from '#shell';
import { COLUMNS, HALF, inOrder, placed, renamed, stepped, turned } from '../arrange';
import css from '../dashboard.module.css';
import type { Filter } from '../filter';
import { Asked } from './Asked';
import { useCarry } from './useCarry';
import { Words } from './Words';

interface Props {
  tiles: Tile[];
  /** What all tiles are about. */
  filter: Filter;
  latest: string;
  /** The number that is opened: `t1~value@2026-05-01`. */
  open: string | null;
  onOpen: (open: string | null) => void;
  /** Given while the board is being rearranged; `about` joins what is typed into one change. */
  onChange?: (tiles: Tile[], about?: string) => void;
}

const STEPS: Record<string, [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The tiles in their places; on a phone one below the other, in reading order. */
export function TileGrid({ tiles, filter, latest, open, onOpen, onChange }: Props) {
  const { t } = useTranslation('dashboard');
  const grid = useRef<HTMLUListElement>(null);
  const { shown, carried, handle } = useCarry(grid, tiles, (next) => onChange?.(next));

  const press = (tile: Tile) => (event: KeyboardEvent<HTMLElement>) => {
    if (!onChange) return;
    const step = STEPS[event.key];
    if (step) {
      event.preventDefault();
      const [dx, dy] = step;
      onChange(
        event.shiftKey
          ? placed(tiles, tile.id, { w: tile.w + dx, h: tile.h + dy })
          : stepped(tiles, tile.id, dx, dy),
      );
    } else if (event.key === 'Delete') {
      event.preventDefault();
      onChange(tiles.filter((one) => one.id !== tile.id));
    }
  };

  return (
    <ul ref={grid} className={css.grid} data-edits={onChange !== undefined}>
      {inOrder(shown).map((tile) => (
        <li
          key={tile.id}
          className={css.tile}
          data-carried={carried === tile.id}
          style={
            { '--x': tile.x + 1, '--y': tile.y + 1, '--w': tile.w, '--h': tile.h } as CSSProperties
          }
        >
          {onChange ? (
            <div className={css.edited}>
              <Tools
                tile={tile}
                tiles={tiles}
                onChange={onChange}
                handle={{ ...handle(tile.id, 'move'), onKeyDown: press(tile) }}
              />
              <div className={css.still}>
                <Shown tile={tile} filter={filter} latest={latest} />
              </div>
              <span
                className={css.corner}
                aria-hidden
                title={t('tile.resize')}
                {...handle(tile.id, 'resize')}
              />
            </div>
          ) : (
            <Shown tile={tile} filter={filter} latest={latest} open={open} onOpen={onOpen} />
          )}
        </li>
      ))}
    </ul>
  );
}

function Shown({
  tile,
  filter,
  latest,
  open = null,
  onOpen = () => undefined,
}: { tile: Tile; filter: Filter; latest: string } & Partial<Pick<Props, 'open' | 'onOpen'>>) {
  if (!tile.insight) return <Words tile={tile} />;
  return (
    <Asked
      tile={tile}
      insight={tile.insight}
      filter={filter}
      latest={latest}
      open={open}
      onOpen={onOpen}
    />
  );
}

function Tools({
  tile,
  tiles,
  onChange,
  handle,
}: {
  tile: Tile;
  tiles: Tile[];
  onChange: NonNullable<Props['onChange']>;
  handle: ButtonHTMLAttributes<HTMLButtonElement>;
}) {
  const { t } = useTranslation('dashboard');
  const label = useLabel();
  const locale = useLocale();
  const narrow = useNarrow();
  const name = label(tile.title);
  const put = (part: Partial<Tile>, about: string) =>
    onChange(
      tiles.map((one) => (one.id === tile.id ? { ...one, ...part } : one)),
      `${about} ${tile.id}`,
    );
  const typed = (before: Label | string, text: string) => renamed(before, locale, text);
  return (
    <>
      <div className={css.tools}>
        <button
          type="button"
          className={css.handle}
          title={t('tile.drag')}
          aria-label={t('tile.keys', {
            name,
            x: tile.x + 1,
            y: tile.y + 1,
            w: tile.w,
            h: tile.h,
          })}
          {...handle}
        >
          ⠿
        </button>
        <Input
          size="small"
          className={css.title}
          value={name}
          maxLength={80}
          aria-label={t('tile.name')}
          onChange={(event) => put({ title: typed(tile.title, event.target.value) }, 'title')}
        />
        {narrow && (
          <Turns tile={tile} tiles={tiles} name={name} onChange={(next) => onChange(next)} />
        )}
        <Button
          size="small"
          danger
          aria-label={t('tile.remove', { name })}
          title={t('tile.remove', { name })}
          onClick={() => onChange(tiles.filter((one) => one.id !== tile.id))}
        >
          ×
        </Button>
      </div>
      {tile.text && (
        <Input.TextArea
          className={css.typed}
          value={label(tile.text)}
          maxLength={2000}
          autoSize={false}
          rows={2}
          placeholder={t('tile.textExample')}
          aria-label={t('tile.text', { name })}
          onChange={(event) => put({ text: typed(tile.text ?? '', event.target.value) }, 'text')}
        />
      )}
    </>
  );
}

const QUARTER = 3;

/** On a phone nothing can be dragged: a tile goes up or down, and is told its width at the desk. */
function Turns({
  tile,
  tiles,
  name,
  onChange,
}: {
  tile: Tile;
  tiles: Tile[];
  name: string;
  onChange: (tiles: Tile[]) => void;
}) {
  const { t } = useTranslation('dashboard');
  const order = inOrder(tiles).map((one) => one.id);
  const at = order.indexOf(tile.id);
  const widths = [...new Set([QUARTER, HALF, COLUMNS, tile.w])].toSorted((a, b) => a - b);
  const told: Record<number, string> = {
    [QUARTER]: t('tile.quarter'),
    [HALF]: t('tile.half'),
    [COLUMNS]: t('tile.wide'),
  };
  return (
    <>
      <Button
        size="small"
        disabled={at === 0}
        aria-label={t('tile.up', { name })}
        icon={<icons.up size={16} />}
        onClick={() => onChange(turned(tiles, tile.id, -1))}
      />
      <Button
        size="small"
        disabled={at === order.length - 1}
        aria-label={t('tile.down', { name })}
        icon={<icons.down size={16} />}
        onClick={() => onChange(turned(tiles, tile.id, 1))}
      />
      <Select<number>
        size="small"
        className={css.width}
        value={tile.w}
        aria-label={t('tile.width', { name })}
        popupMatchSelectWidth={false}
        options={widths.map((w) => ({ value: w, label: told[w] ?? `${w}/${COLUMNS}` }))}
        onChange={(w) => onChange(placed(tiles, tile.id, { w }))}
      />
    </>
  );
}
