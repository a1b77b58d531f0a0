import type { Label, TagView } from '#api';

/** One place of the library: what lies under it counts as in it. */
export interface Shelfmark {
  /** From the root down, apart by `/`: `behaviour/复购`. */
  path: string;
  name: string;
  /** What it may be called when it is typed: in either language. */
  names: string[];
  count: number;
  below: Shelfmark[];
}

const steps = (category: string): string[] =>
  category
    .split('/')
    .map((step) => step.trim())
    .filter((step) => step !== '');

/** The categories of tags as a tree, in the order in which they first come. */
export function shelves(tags: TagView[], label: (of: Label) => string): Shelfmark[] {
  const roots: Shelfmark[] = [];
  for (const tag of tags) {
    let level = roots;
    steps(tag.category).forEach((_, depth, all) => {
      const path = all.slice(0, depth + 1).join('/');
      let here = level.find((one) => one.path === path);
      if (!here) {
        const name = tag.categoryPath[depth];
        const word = all[depth] ?? '';
        here = {
          path,
          name: name ? label(name) : word,
          names: name ? [name.zh, name.en] : [word],
          count: 0,
          below: [],
        };
        level.push(here);
      }
      here.count += 1;
      level = here.below;
    });
  }
  return roots;
}

/** Whether a tag stands in a category or in one below it. */
export const isWithin = (tag: TagView, category: string): boolean =>
  category === '' || tag.category === category || tag.category.startsWith(`${category}/`);

/** All places, those above first. */
export const flat = (roots: Shelfmark[]): Shelfmark[] =>
  roots.flatMap((one) => [one, ...flat(one.below)]);

/** How people read and type a category: 购买行为/复购 for `behaviour/复购`. */
export function written(category: string, roots: Shelfmark[]): string {
  const [first = '', ...rest] = steps(category);
  return [roots.find((one) => one.path === first)?.name ?? first, ...rest].join('/');
}

/** The category that somebody typed: the first step by its name, the others as they are. */
export function typed(text: string, roots: Shelfmark[]): string {
  const [first = '', ...rest] = steps(text);
  return [roots.find((one) => one.names.includes(first))?.path ?? first, ...rest].join('/');
}
