import { expect, it } from 'vitest';
import type { Label, TagView } from '#api';
import { flat, isWithin, shelves, typed, written } from './category';

const of = (category: string): TagView =>
  ({
    category,
    categoryPath: category.split('/').map((step) => ({
      zh: step === 'behaviour' ? '购买行为' : step,
      en: step === 'behaviour' ? 'Behaviour' : step,
    })),
  }) as TagView;
const zh = (label: Label) => label.zh;
const tags = [of('behaviour'), of('behaviour/复购'), of('behaviour/复购/大促'), of('会员日')];
const roots = shelves(tags, zh);

/** Three tags lie under 购买行为, two of them under 复购, one of these under 大促. */
it('makes a tree of categories, and counts what lies below as in them', () => {
  expect(flat(roots).map(({ path, name, count }) => `${path} ${name} ${count}`)).toEqual([
    'behaviour 购买行为 3',
    'behaviour/复购 复购 2',
    'behaviour/复购/大促 大促 1',
    '会员日 会员日 1',
  ]);
});

it('knows who stands in a category, and takes no name that only begins alike for it', () => {
  expect(tags.map((tag) => isWithin(tag, 'behaviour/复购'))).toEqual([false, true, true, false]);
  expect(isWithin(of('behaviour/复购客'), 'behaviour/复购')).toBe(false);
  expect(isWithin(of('会员日'), '')).toBe(true);
});

it('is written and typed by the name of its first step', () => {
  expect(written('behaviour/复购', roots)).toBe('购买行为/复购');
  expect(typed(' 购买行为 / 复购/ 新 /', roots)).toBe('behaviour/复购/新');
  // Also by its name in the other language.
  expect(typed('Behaviour/复购', roots)).toBe('behaviour/复购');
  expect(typed('节日', roots)).toBe('节日');
});
