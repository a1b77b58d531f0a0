import { expect, it } from 'vitest';
import { fitting } from './fitting';

it('fits tags by their width, leaves room for the count of the rest, and always shows one', () => {
  // 18 for the frame of each, 6 a letter, 12 a Chinese character: 54 + 78 + 90.
  expect(fitting(['可触达', '一年内复购', '重要发展客户'], 222)).toBe(3);
  expect(fitting(['可触达', '一年内复购', '重要发展客户'], 221)).toBe(2);
  expect(fitting(['可触达', '一年内复购', '重要发展客户', '沉睡'], 222)).toBe(2);
  expect(fitting(['可触达', '一年内复购'], 132)).toBe(2);
  expect(fitting(['可触达', '一年内复购', '沉睡'], 140)).toBe(1);
  expect(fitting(['Reachable', 'Bought again within a year'], 240)).toBe(1);
  expect(fitting(['Bought again within a year, and then some'], 100)).toBe(1);
  expect(fitting([], 100)).toBe(0);
});
