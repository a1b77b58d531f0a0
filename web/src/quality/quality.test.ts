import { expect, it } from 'vitest';
import type { QualityCounts } from '#api';
import { reasonsOf } from './Quarantine';
import { sumOf } from './QualityPage';

const feed = (
  source: string,
  clean: number,
  byReason: QualityCounts['byReason'],
): QualityCounts => {
  const quarantined = byReason.reduce((sum, one) => sum + one.rows, 0);
  return {
    source,
    feed: 'f',
    grain: 'customer',
    counts: { landed: clean + quarantined, clean, quarantined, merged: 0, superseded: 0 },
    dismissed: 0,
    byReason,
  };
};
const feeds = [
  feed('crm', 90, [
    { reason: 'phone.length', severity: 'quarantine', message: '位数不对', rows: 6 },
    { reason: 'day.invalid', severity: 'quarantine', message: '不是日期', rows: 4 },
  ]),
  feed('shop', 50, [
    { reason: 'day.invalid', severity: 'quarantine', message: '不是日期', rows: 7 },
  ]),
];

it('adds the accounts of all feeds part by part', () => {
  expect(sumOf(feeds)).toEqual({
    landed: 157,
    clean: 140,
    quarantined: 17,
    merged: 0,
    superseded: 0,
  });
});

it('counts one reason of several feeds once, most rows first', () => {
  expect(reasonsOf(feeds, 'quarantine')).toEqual([
    { reason: 'day.invalid', severity: 'quarantine', message: '不是日期', rows: 11 },
    { reason: 'phone.length', severity: 'quarantine', message: '位数不对', rows: 6 },
  ]);
  expect(reasonsOf(feeds, 'warn')).toEqual([]);
});
