/**
 * How many of these names fit on a line of so many half-width letters, at least one: of 可触达 (6),
 * 一年内复购 (10), 重要发展客户 (12) all three fit in 30; of "Reachable" (9) and "Bought again within
 * a year" (26) only the first.
 */
export function fitting(names: readonly string[], line: number): number {
  let taken = 0;
  const fit = names.findIndex((name) => {
    taken += width(name);
    return taken > line;
  });
  return fit < 0 ? names.length : Math.max(1, fit);
}

/** A Chinese character is as wide as two letters. */
const width = (name: string): number => name.length + (name.match(/\p{Script=Han}/gu)?.length ?? 0);
