interface Props {
  /** Height in pixels; the seal is a little narrower than high. */
  height: number;
  title?: string;
}

/** The cinnabar seal: 工 over 笔, carved in white as seals in the old manner are. */
export function Seal({ height, title }: Props) {
  return (
    <svg
      viewBox="0 0 64 80"
      height={height}
      width={(height * 64) / 80}
      role={title ? 'img' : undefined}
      aria-label={title}
      aria-hidden={title ? undefined : true}
      focusable="false"
    >
      <path
        fill="var(--gb-seal)"
        d="M5.2 3.1 14 2.4l18.5-.7 17.2.9 8.6-.2c1.9.4 2.7 1.7 2.9 3.500l.5 11.2-.8 14 .9 17.7-.5 14.6.2 9.700c-.3 2.8-1.6 4.2-4 4.500l-10.3-.3-15.5.9-16.6-.7-9.2.3c-2.5-.2-3.9-1.4-4.1-3.900l.5-12.8-.8-16.9.7-15.8-.3-13.7.4-8.100c.2-1.9 1.2-3.2 3.1-3.500z"
      />
      <g fill="none" stroke="#FFFDF8" strokeWidth="4.6" strokeLinecap="square">
        <path d="M17 13.500H47.500M32 14V31M14.5 32.500H49.5" />
        <g strokeWidth="3.8">
          <path d="M20.5 41 15.5 47M19 44.500H29M24.5 45V50.500M40.5 41 35.5 47M39 44.500H49.500M44.5 45V50.5" />
          <path d="M45.5 53.5 19.5 56.500M17.5 62.300H46M14.5 68.3 48.5 66.800M31.5 56V70.500Q31.5 73.3 34.5 73.300H48Q50.5 73.3 50.5 70.5" />
        </g>
      </g>
    </svg>
  );
}
