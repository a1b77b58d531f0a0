/**
 * How many of these tags fit on a line of so many pixels, at least one. Of 可触达 (54), 一年内复购 (78)
 * and 重要发展客户 (90) all three fit in 240; in 200 only two, with room for the "+1" after them.
 */
export function fitting(names: readonly string[], line: number): number {
  let taken = 0;
  const fit = names.findIndex((name, i) => {
    taken += width(name);
    return taken + (i < names.length - 1 ? MORE : 0) > line;
  });
  return fit < 0 ? names.length : Math.max(1, fit);
}

/** The frame of a tag with the gap after it, and the count of those left out, in pixels. */
const FRAME = 18;
const MORE = 22;

/** Letters of 12 px: a Chinese character is as wide as two others. */
const width = (name: string): number =>
  FRAME + 6 * (name.length + (name.match(/\p{Script=Han}/gu)?.length ?? 0));
