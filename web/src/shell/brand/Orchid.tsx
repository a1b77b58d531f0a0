import css from './brand.module.css';

interface Leaf {
  /** From the root, over the bend, to the tip. */
  root: [number, number];
  bend: [number, number];
  tip: [number, number];
  width: number;
}

/** Outline drawing (白描): each leaf is two fine lines that meet at the tip, under a breath of green. */
const leaves: Leaf[] = [
  { root: [150, 318], bend: [110, 130], tip: [18, 70], width: 13 },
  { root: [156, 318], bend: [150, 120], tip: [96, 14], width: 12 },
  { root: [164, 318], bend: [196, 130], tip: [262, 44], width: 13 },
  { root: [170, 318], bend: [232, 170], tip: [330, 150], width: 13 },
  { root: [146, 318], bend: [84, 210], tip: [4, 214], width: 11 },
  { root: [174, 318], bend: [236, 236], tip: [310, 262], width: 10 },
];

function outline({ root, bend, tip, width }: Leaf): string {
  const [bx, by] = bend;
  return `M${root[0] - 2} ${root[1]}Q${bx - width} ${by - 2} ${tip[0]} ${tip[1]}Q${bx + width} ${by + 4} ${root[0] + 3} ${root[1]}Z`;
}

/** A petal from the heart of the flower, turned by degrees. */
function Petal({ turn, long = 26, wide = 8 }: { turn: number; long?: number; wide?: number }) {
  return (
    <path
      transform={`rotate(${turn})`}
      d={`M0 0C${-wide} ${-long * 0.35} ${-wide * 0.9} ${-long * 0.8} 0 ${-long}C${wide * 0.9} ${-long * 0.8} ${wide} ${-long * 0.35} 0 0Z`}
    />
  );
}

function Flower({ x, y, turn, scale = 1 }: { x: number; y: number; turn: number; scale?: number }) {
  return (
    <g transform={`translate(${x} ${y}) rotate(${turn}) scale(${scale})`}>
      <Petal turn={0} long={30} />
      <Petal turn={-78} long={28} wide={7} />
      <Petal turn={78} long={28} wide={7} />
      <Petal turn={-28} long={17} wide={5} />
      <Petal turn={28} long={17} wide={5} />
      <path d="M0 0C-6 5-6 15 0 20C7 15 6 5 0 0Z" />
      <path d="M0 4V12" fill="none" />
    </g>
  );
}

/** The orchid beside the door. Decoration only. */
export function Orchid({ className }: { className?: string }) {
  return (
    <svg viewBox="-8 0 348 330" className={className} aria-hidden focusable="false">
      <g
        className={css.line}
        fill="color-mix(in srgb, var(--gb-good) 9%, var(--gb-sunken))"
        stroke="var(--gb-ink)"
        strokeWidth="1"
        strokeLinejoin="round"
      >
        {leaves.map((leaf) => (
          <path key={leaf.tip.join()} d={outline(leaf)} />
        ))}
      </g>
      <g className={css.line} fill="none" stroke="var(--gb-ink)" strokeWidth="1">
        <path d="M160 318C166 240 186 170 214 112M186 182C176 160 168 146 156 134" />
      </g>
      <g
        className={css.line}
        fill="color-mix(in srgb, var(--gb-action) 7%, var(--gb-sunken))"
        stroke="var(--gb-ink)"
        strokeWidth="1"
        strokeLinejoin="round"
      >
        <Flower x={217} y={106} turn={24} />
        <Flower x={153} y={131} turn={-34} scale={0.8} />
      </g>
    </svg>
  );
}
