import { expect, it } from 'vitest';
import { lastMonths } from './api';

it('takes whole months up to the last day that has data', () => {
  expect(lastMonths('2026-11-22', 12)).toEqual({ from: '2025-12-01', until: '2026-12-01' });
  expect(lastMonths('2026-12-01', 12)).toEqual({ from: '2025-12-01', until: '2026-12-01' });
  expect(lastMonths('2011-12-10', 3)).toEqual({ from: '2011-10-01', until: '2012-01-01' });
});
