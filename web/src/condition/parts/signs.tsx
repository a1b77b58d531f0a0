import type { ReactNode } from 'react';

const sign = (children: ReactNode) =>
  function Sign() {
    return (
      <svg
        viewBox="0 0 16 16"
        width={16}
        height={16}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
        strokeLinecap="round"
        aria-hidden
        focusable="false"
      >
        {children}
      </svg>
    );
  };

export const signs = {
  remove: sign(<path d="M4 4l8 8M12 4l-8 8" />),
  add: sign(<path d="M8 3v10M3 8h10" />),
  menu: sign(<path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2" />),
  undo: sign(<path d="M5.5 3.5 2.5 6.5l3 3M3 6.500h6.500a3 3 0 0 1 0 6H7" />),
  redo: sign(<path d="M10.5 3.5l3 3-3 3M13 6.500H6.500a3 3 0 0 0 0 6H9" />),
};
