import { Button, Input, Tooltip } from 'antd';
import { useMemo, useState, type DragEvent } from 'react';
import { Link } from 'react-router';
import type { Tile } from '#api';
import { addressOf, duringSpan, InsightChart, insightOf, questionOf, type Span } from '#insight';
import { icons, Panel, useLabel, useLocale, useTranslation } from '#shell';
import { COLUMNS, HALF, isWide, moved, renamed } from '../arrange';
import css from '../dashboard.module.css';

interface Props {
  tiles: Tile[];
  /** Days that all tiles are about, instead of their own. */
  span: Span | null;
  latest: string;
  /** The number that is opened: `t1~value@2026-05-01`. */
  open: string | null;
  onOpen: (open: string | null) => void;
  /** Given while the board is being rearranged. */
  onChange?: (tiles: Tile[]) => void;
}

/** The tiles in their order, half or all of the board wide; on a phone one below the other. */
export function TileGrid({ tiles, span, latest, open, onOpen, onChange }: Props) {
  const [carried, setCarried] = useState<number | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const drop = (to: number) => {
    if (carried !== null && carried !== to) onChange?.(moved(tiles, carried, to));
    setCarried(null);
    setOver(null);
  };
  return (
    <ul className={css.grid}>
      {tiles.map((tile, i) => (
        <li
          key={tile.id}
          className={css.tile}
          data-wide={isWide(tile)}
          data-over={carried !== null && over === i && carried !== i}
          onDragOver={(event: DragEvent) => {
            if (carried === null) return;
            event.preventDefault();
            setOver(i);
          }}
          onDrop={(event: DragEvent) => {
            event.preventDefault();
            drop(i);
          }}
        >
          {onChange && (
            <Tools
              tiles={tiles}
              at={i}
              onChange={onChange}
              onCarry={setCarried}
              onLetGo={() => {
                setCarried(null);
                setOver(null);
              }}
            />
          )}
          <Asked tile={tile} span={span} latest={latest} open={open} onOpen={onOpen} />
        </li>
      ))}
    </ul>
  );
}

function Asked({
  tile,
  span,
  latest,
  open,
  onOpen,
}: { tile: Tile } & Pick<Props, 'span' | 'latest' | 'open' | 'onOpen'>) {
  const { t } = useTranslation('dashboard');
  const label = useLabel();
  const { question, insight } = useMemo(() => {
    const own = questionOf(tile.insight, tile.chart, tile.rolling);
    if (!span) return { question: own, insight: tile.insight };
    const other = duringSpan(own, span, latest);
    return { question: other, insight: insightOf(other, latest) };
  }, [tile, span, latest]);
  const mine = `${tile.id}~`;
  return (
    <Panel>
      <InsightChart
        question={question}
        insight={insight}
        title={label(tile.title)}
        height={question.type === 'trend' ? 264 : 306}
        open={open?.startsWith(mine) ? open.slice(mine.length) : null}
        onOpen={(mark) => onOpen(mark === null ? null : mine + mark)}
        extra={
          <Tooltip title={t('tile.open')}>
            <Link to={addressOf(question)} aria-label={t('tile.open')} className={css.openLink}>
              <icons.insight size={16} />
            </Link>
          </Tooltip>
        }
      />
    </Panel>
  );
}

function Tools({
  tiles,
  at,
  onChange,
  onCarry,
  onLetGo,
}: {
  tiles: Tile[];
  at: number;
  onChange: (tiles: Tile[]) => void;
  onCarry: (at: number) => void;
  onLetGo: () => void;
}) {
  const { t } = useTranslation('dashboard');
  const label = useLabel();
  const locale = useLocale();
  const tile = tiles[at];
  if (!tile) return null;
  const name = label(tile.title);
  const put = (part: Partial<Tile>) =>
    onChange(tiles.map((one, i) => (i === at ? { ...one, ...part } : one)));
  return (
    <div className={css.tools}>
      <span
        className={css.handle}
        draggable
        title={t('tile.drag')}
        aria-hidden
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = 'move';
          // Firefox carries nothing without data.
          event.dataTransfer.setData('text/plain', tile.id);
          onCarry(at);
        }}
        onDragEnd={onLetGo}
      >
        ⠿
      </span>
      <Input
        size="small"
        className={css.title}
        value={name}
        maxLength={80}
        aria-label={t('tile.name')}
        onChange={(event) => put({ title: renamed(tile.title, locale, event.target.value) })}
      />
      <Button
        size="small"
        disabled={at === 0}
        aria-label={t('tile.earlier', { name })}
        title={t('tile.earlier', { name })}
        onClick={() => onChange(moved(tiles, at, at - 1))}
      >
        ↑
      </Button>
      <Button
        size="small"
        disabled={at === tiles.length - 1}
        aria-label={t('tile.later', { name })}
        title={t('tile.later', { name })}
        onClick={() => onChange(moved(tiles, at, at + 1))}
      >
        ↓
      </Button>
      <Button size="small" onClick={() => put({ w: isWide(tile) ? HALF : COLUMNS })}>
        {t(isWide(tile) ? 'tile.half' : 'tile.wide')}
      </Button>
      <Button
        size="small"
        danger
        aria-label={t('tile.remove', { name })}
        title={t('tile.remove', { name })}
        onClick={() => onChange(tiles.filter((_, i) => i !== at))}
      >
        ×
      </Button>
    </div>
  );
}
