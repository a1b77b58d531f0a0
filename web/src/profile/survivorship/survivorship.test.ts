import { expect, it } from 'vitest';
import type { ValueRules } from '#api';
import { asked, draftOf, isSame, moved, usualDraft, withoutOrder } from './draft';

const label = { zh: '', en: '' };
const held: ValueRules = {
  rules: [
    {
      fields: ['level'],
      labels: [label],
      rule: 'mostTrusted',
      usual: 'latest',
      choices: ['latest', 'mostTrusted'],
    },
    {
      fields: ['province', 'city'],
      labels: [label, label],
      rule: 'mostComplete',
      usual: 'mostComplete',
      choices: ['latest', 'mostComplete'],
    },
  ],
  trusted: ['crm', 'till'],
  sources: ['crm', 'shop', 'till'],
};

it('says only what is not usual, and the parts of a place one by one', () => {
  const draft = draftOf(held);
  expect(asked(held, draft)).toEqual({ rules: { level: 'mostTrusted' }, trusted: ['crm', 'till'] });
  expect(asked(held, { rules: { level: 'latest', province: 'latest' }, trusted: [] })).toEqual({
    rules: { province: 'latest', city: 'latest' },
    trusted: [],
  });
  expect(asked(held, usualDraft(held))).toEqual({ rules: {}, trusted: [] });
  expect(isSame(held, draft, usualDraft(held))).toBe(false);
  expect(isSame(held, draft, draftOf(held))).toBe(true);
});

it('names the fields that go by trust while no source is trusted', () => {
  const draft = draftOf(held);
  expect(withoutOrder(held, draft)).toEqual([]);
  expect(withoutOrder(held, { ...draft, trusted: [] })).toEqual([held.rules[0]]);
});

it('moves a source one place, and not past the ends', () => {
  expect(moved(['a', 'b', 'c'], 'b', -1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 'b', 1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b'], 'a', -1)).toEqual(['a', 'b']);
  expect(moved(['a', 'b'], 'b', 1)).toEqual(['a', 'b']);
});
