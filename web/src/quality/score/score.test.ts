import { expect, it } from 'vitest';
import { exactly, listOf, moved, points, troubles } from './words';

const counts = {
  rows: 100,
  clean: 96,
  given: 90,
  kept: 80,
  refused: 12,
  told: 80,
  repeated: 3,
  broken: 0,
};

it('says what is the matter with a field, the most first', () => {
  expect(troubles({ counts })).toEqual([
    { what: 'refused', n: 12 },
    { what: 'empty', n: 10 },
    { what: 'repeated', n: 3 },
  ]);
  expect(troubles({ counts: { ...counts, given: 100, refused: 0, repeated: 0 } })).toEqual([]);
});

it('leads to the list in which the most frequent reason stands', () => {
  const feed = { source: 'crm', feed: 'members' };
  const reason = { reason: 'quality.phone-invalid', message: '不是有效的手机号。', rows: 12 };
  const field = 'customer.phone';
  expect(listOf(feed, { field, reasons: [{ ...reason, severity: 'warn' }] })).toBe(
    '/quality?source=crm&feed=members&field=customer.phone&what=values#quarantine',
  );
  expect(listOf(feed, { field, reasons: [{ ...reason, severity: 'quarantine' }] })).toContain(
    'what=rows',
  );
  expect(listOf(feed, { field, reasons: [] })).toBeUndefined();
});

it('gives full points only to what is without fault', () => {
  expect([points(1), points(0.999), points(0.994), points(0)]).toEqual([100, 99, 99, 0]);
});

it('says what the last record changed, to a tenth of a point', () => {
  const trend = [0.938, 0.9208, 0.9364, 0.925].map((score, i) => ({
    measuredAt: `2026-11-30T0${i}:00:00Z`,
    score,
  }));
  expect(moved(trend)).toEqual({ before: 0.9364, now: 0.925 });
  expect(moved(trend.slice(0, 1))).toBeUndefined();
  expect(moved([...trend, { measuredAt: '2026-11-30T05:00:00Z', score: 0.92504 }])).toBeUndefined();
  expect([exactly(0.9364), exactly(0.92), exactly(0.99999), exactly(1)]).toEqual([
    '93.6',
    '92.0',
    '99.9',
    '100.0',
  ]);
});
