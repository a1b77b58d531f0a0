import css from './chart.module.css';

const WIDTH = 88;
const HEIGHT = 24;
const EDGE = 3;

/**
 * A course of shares as one small line, the last of them with a dot; its height is what the values
 * span, at least a tenth, so that a ripple is not drawn as a storm. One value alone is no course.
 */
export function Spark({ shares, label }: { shares: readonly number[]; label: string }) {
  if (shares.length < 2) return <span className={css.noSpark}>—</span>;
  const low = Math.min(...shares);
  const high = Math.max(...shares);
  const middle = (low + high) / 2;
  const span = Math.max(high - low, 0.1);
  const x = (i: number) => EDGE + (i * (WIDTH - 2 * EDGE)) / (shares.length - 1);
  const y = (share: number) => HEIGHT / 2 - ((share - middle) / span) * (HEIGHT - 2 * EDGE);
  const points = shares.map((share, i) => `${x(i).toFixed(1)},${y(share).toFixed(1)}`);
  return (
    <svg className={css.spark} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      <title>{label}</title>
      <polyline points={points.join(' ')} />
      <circle cx={x(shares.length - 1)} cy={y(shares.at(-1) ?? 0)} r={2.5} />
    </svg>
  );
}
