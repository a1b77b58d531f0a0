import { expect, it } from 'vitest';
import type { Growth } from '#api';
import { grown } from './grown';

const record = (recordKey: string, seen?: string) => ({ source: 'crm', recordKey, seen });

/** 1 and 3 have one card, 2 is like 1; 9 was swallowed between 2 and 3; 4 tells no time. */
const growth: Growth = {
  customer: 7,
  records: [
    record('1', '2025-01-01T00:00:00Z'),
    record('2', '2025-02-01T00:00:00Z'),
    record('3', '2025-04-01T00:00:00Z'),
    record('4'),
  ],
  links: [
    { one: 0, other: 2, hold: 'TIED', by: { zh: '卡', en: 'card' } },
    { one: 1, other: 0, hold: 'ALIKE', bits: 8 },
    { one: 2, other: 3, hold: 'ALIKE', bits: 4 },
  ],
  events: [
    { happenedAt: '2025-03-01T00:00:00Z', what: 'SWALLOWED', other: 9, records: 1, places: [1] },
  ],
  said: [],
};

const told = (folded: boolean) => {
  const { rows, links } = grown(growth, folded);
  return {
    rows: rows.map((row) => (row.kind === 'record' ? row.places.join('+') : row.kind)),
    links: links.map(({ from, to }) => `${from}-${to}`),
  };
};

it('puts records and changes in the order of time and links their rows', () => {
  expect(told(false)).toEqual({
    rows: ['0', '1', 'event', '2', '3'],
    links: ['0-3', '0-1', '3-4'],
  });
});

it('folds what a card ties into its first row', () => {
  expect(told(true)).toEqual({ rows: ['0+2', '1', 'event', '3'], links: ['0-1', '0-3'] });
});
