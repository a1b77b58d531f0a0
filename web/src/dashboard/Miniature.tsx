import type { Tile } from '#api';
import { COLUMNS } from './arrange';
import css from './dashboard.module.css';

/** A column and a row of a board in the units of the drawing, and the air between tiles. */
const COLUMN = 20;
const ROW = 24;
const AIR = 5;
/** So many rows are drawn; what stands lower is cut off, as on a screen. */
const ROWS = 6;

/** A board seen from afar: where its tiles stand, and what kind of picture each one is. */
export function Miniature({ tiles }: { tiles: readonly Tile[] }) {
  return (
    <svg className={css.miniature} viewBox={`0 0 ${COLUMNS * COLUMN} ${ROWS * ROW}`} aria-hidden>
      {tiles.map((tile) => {
        const place = {
          x: tile.x * COLUMN + AIR / 2,
          y: tile.y * ROW + AIR / 2,
          width: tile.w * COLUMN - AIR,
          height: tile.h * ROW - AIR,
        };
        return (
          <g key={tile.id}>
            {tile.insight && <rect {...place} rx="2" />}
            <svg {...place} viewBox="0 0 100 60" preserveAspectRatio="none">
              <path className={css.stroke} d={stroke(tile)} vectorEffect="non-scaling-stroke" />
            </svg>
          </g>
        );
      })}
    </svg>
  );
}

/** The gesture of each kind of picture, in a field of 100 × 60. */
function stroke(tile: Tile): string {
  switch (tile.insight?.type) {
    case undefined:
      return 'M2 22h50M2 42h84';
    case 'kpi':
      return 'M12 20h28M12 40h52';
    case 'trend':
      return tile.chart === 'line'
        ? 'M10 46 28 30 46 36 64 18 90 24'
        : 'M16 52V34M32 52V22M48 52V28M64 52V14M80 52V24';
    case 'distribution':
      return 'M16 52V14M32 52V24M48 52V34M64 52V40M80 52V46';
    case 'funnel':
      return 'M12 16h76M12 32h46M12 48h18';
    case 'breakdown':
    case 'groupProfile':
      return 'M12 14h62M12 25h46M12 36h70M12 47h24';
    default:
      return 'M12 16h60M12 32h40M12 48h68';
  }
}
