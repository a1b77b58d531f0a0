import { expect, it } from 'vitest';
import { fitting } from './fitting';

it('fits short names, counts Chinese twice, and always shows one', () => {
  expect(fitting(['可触达', '一年内复购', '重要发展客户'], 30)).toBe(3);
  expect(fitting(['可触达', '一年内复购', '重要发展客户', '沉睡'], 30)).toBe(3);
  expect(fitting(['Reachable', 'Bought again within a year'], 30)).toBe(1);
  expect(fitting(['Bought again within a year, and then some'], 30)).toBe(1);
  expect(fitting([], 30)).toBe(0);
});
