import { expect, it } from 'vitest';
import { keysOf } from './keys';

const parts = [
  { type: 'bar' as const, name: '茶叶', itemStyle: { color: '#114' }, data: [1] },
  { type: 'bar' as const, name: '家纺', itemStyle: { color: '#e60' }, data: [2] },
];

it('names every part of a chart whose legend has pages, and none where it stands whole', () => {
  expect(keysOf({ legend: { type: 'scroll' }, series: parts })).toEqual([
    { name: '茶叶', colour: '#114' },
    { name: '家纺', colour: '#e60' },
  ]);
  expect(keysOf({ legend: { top: 0 }, series: parts })).toEqual([]);
  expect(keysOf({ series: parts })).toEqual([]);
});
