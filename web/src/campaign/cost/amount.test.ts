import { expect, it } from 'vitest';
import { amountOf, OTHER, PER_MESSAGE } from './amount';

it('reads amounts as people write them', () => {
  const read = [
    '',
    ' ',
    '0',
    '0.0425',
    '.05',
    '5.',
    '800.00',
    '1,200.50',
    '¥1，200.5 元',
    '１２',
  ].map((typed) => amountOf(typed, typed.includes('425') ? PER_MESSAGE : OTHER));
  expect(read).toEqual([
    { kind: 'none' },
    { kind: 'none' },
    { kind: 'of', value: 0 },
    { kind: 'of', value: 0.0425 },
    { kind: 'of', value: 0.05 },
    { kind: 'of', value: 5 },
    { kind: 'of', value: 800 },
    { kind: 'of', value: 1200.5 },
    { kind: 'of', value: 1200.5 },
    { kind: 'of', value: 12 },
  ]);
});

it('says of what is none why', () => {
  const why = (typed: string, limits = OTHER) => {
    const amount = amountOf(typed, limits);
    return amount.kind === 'bad' ? amount.why : amount.kind;
  };
  expect(
    ['八百', '1e5', '0,05', '12,34', '1.2.3', '元', '-1', '−0.5', '0.001', '100000000000.01'].map(
      (typed) => `${typed} ${why(typed)}`,
    ),
  ).toEqual([
    '八百 notNumber',
    '1e5 notNumber',
    '0,05 notNumber',
    '12,34 notNumber',
    '1.2.3 notNumber',
    '元 notNumber',
    '-1 negative',
    '−0.5 negative',
    '0.001 places',
    '100000000000.01 tooLarge',
  ]);
  expect(why('0.00425', PER_MESSAGE)).toBe('places');
  expect(why('1000001', PER_MESSAGE)).toBe('tooLarge');
});
