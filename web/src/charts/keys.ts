import type { Option } from './pen';

/** A part of a chart and its colour. */
export interface Key {
  name: string;
  colour: string;
}

/** The parts of a chart whose legend is leafed through, of all its pages; none of any other. */
export function keysOf({ legend, series }: Option): Key[] {
  const scrolls = !Array.isArray(legend) && legend?.type === 'scroll' && legend.show !== false;
  if (!scrolls || !series) return [];
  return (Array.isArray(series) ? series : [series]).flatMap((one) => {
    const { name, itemStyle } = one as { name?: string; itemStyle?: { color?: unknown } };
    const colour = itemStyle?.color;
    return name !== undefined && typeof colour === 'string' ? [{ name, colour }] : [];
  });
}
