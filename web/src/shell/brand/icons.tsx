import type { ReactNode } from 'react';

/** Icons drawn with one line of one weight, as outline painting is. 20 × 20. */
function line(children: ReactNode) {
  return function Icon({ size = 20 }: { size?: number }) {
    return (
      <svg
        viewBox="0 0 20 20"
        width={size}
        height={size}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden
        focusable="false"
      >
        {children}
      </svg>
    );
  };
}

export const icons = {
  /** A hanging scroll. */
  home: line(
    <>
      <path d="M3.5 3.500h13M3.5 16.500h13M5 3.500v13M15 3.500v13" />
      <path d="M7.5 12.500c1.5-3.5 3-1 5-5" />
    </>,
  ),
  customer: line(
    <>
      <circle cx="10" cy="7" r="3.2" />
      <path d="M3.8 17c.6-3.6 3-5.4 6.2-5.400s5.6 1.8 6.2 5.4" />
    </>,
  ),
  tag: line(
    <>
      <path d="M3.5 4.500v5l7.6 7.2 5.4-5.400L9 3.500H4.500z" />
      <circle cx="7" cy="7" r="1" />
    </>,
  ),
  segment: line(
    <>
      <circle cx="7.6" cy="10" r="4.6" />
      <circle cx="12.4" cy="10" r="4.6" />
    </>,
  ),
  insight: line(<path d="M3 16.500h14M4 13l3.6-4.2 3 2.400L16 4.5" />),
  board: line(
    <>
      <path d="M3.5 3.500h13v13h-13zM3.5 9h13M9 9v7.5" />
    </>,
  ),
  campaign: line(
    <>
      <path d="M17 3 2.8 8.600l5.2 2.400L17 3zM17 3l-4.2 13.500L8 11M8 11v5l2.3-2.6" />
    </>,
  ),
  data: line(
    <>
      <ellipse cx="10" cy="5" rx="6" ry="2.2" />
      <path d="M4 5v10c0 1.2 2.7 2.2 6 2.200s6-1 6-2.200V5M4 10c0 1.2 2.7 2.2 6 2.200s6-1 6-2.2" />
    </>,
  ),
  /** Drawers of a cabinet of herbs. */
  standard: line(
    <>
      <path d="M3.5 3.500h13v13h-13zM3.5 10h13M10 3.500v13" />
      <path d="M6 6.700h1.500M12.500 6.700H14M6 13.200h1.500M12.500 13.200H14" />
    </>,
  ),
  quality: line(
    <>
      <path d="M3 4.500h14l-5.2 6.300V16l-3.6 1.500v-6.700z" />
    </>,
  ),
  identity: line(
    <>
      <circle cx="5" cy="5" r="1.9" />
      <circle cx="5" cy="15" r="1.9" />
      <circle cx="15" cy="10" r="2.6" />
      <path d="M6.8 5.9 12.5 9M6.8 14.100l5.7-3.1" />
    </>,
  ),
  more: line(<path d="M3.5 5.500h13M3.5 10h13M3.5 14.500h13" />),
  work: line(
    <>
      <circle cx="10" cy="10" r="6.5" />
      <path d="M10 6v4l2.8 1.8" />
    </>,
  ),
  search: line(
    <>
      <circle cx="8.6" cy="8.6" r="5.1" />
      <path d="m12.500 12.500 4.3 4.3" />
    </>,
  ),
  file: line(
    <>
      <path d="M5 2.800h6.500L15.5 7v10.200H5zM11.5 2.800V7h4M7.5 10.500h5.500M7.5 13.500h5.5" />
    </>,
  ),
  settings: line(
    <>
      <path d="M3 6h7M14 6h3M3 14h3M10 14h7" />
      <circle cx="12" cy="6" r="2" />
      <circle cx="8" cy="14" r="2" />
    </>,
  ),
  question: line(
    <>
      <circle cx="10" cy="10" r="7" />
      <path d="M7.8 8a2.2 2.2 0 1 1 3.2 2c-.7.4-1 .8-1 1.500M10 13.800v.1" />
    </>,
  ),
  save: line(<path d="M10 3v9M6.5 8.8 10 12.300l3.5-3.500M3.5 16.500h13" />),
  up: line(<path d="M10 16.500v-12M5.500 9 10 4.500 14.500 9" />),
  down: line(<path d="M10 3.500v12M5.500 11l4.500 4.500 4.500-4.500" />),
  table: line(<path d="M3 4h14v12H3zM3 8h14M3 12h14M8 8v8" />),
  chart: line(<path d="M3 16.500h14M5.5 16.500V11M10 16.500V5M14.5 16.500V8" />),
} as const;
