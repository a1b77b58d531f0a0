import type { Rfm } from '#api';

/**
 * The lines as people meet them. Days and purchase days are whole: a mean of 139.5 days puts
 * everybody within 139 days on the near side, a mean of 2.4 purchase days everybody with 3.
 */
export function linesOf({ r, f, m }: NonNullable<Rfm['thresholds']>): {
  r: number;
  f: number;
  m: number;
} {
  return { r: Math.floor(r), f: Math.ceil(f), m: m };
}
