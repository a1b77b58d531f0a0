import { expect, it } from 'vitest';
import { pieces } from './pieces';

it('takes a message apart, fields by either name, with the words for whoever lacks them', () => {
  expect(pieces('{name|亲爱的顾客}，您有 { 积分 } 分，{等级|}到店立减。')).toEqual([
    { field: 'name', otherwise: '亲爱的顾客' },
    '，您有 ',
    { field: 'points', otherwise: undefined },
    ' 分，',
    { field: 'level', otherwise: '' },
    '到店立减。',
  ]);
});

it('leaves braces that name nothing as they were written', () => {
  expect(pieces('券码 {code}，{姓名}')).toEqual([
    '券码 {code}，',
    { field: 'name', otherwise: undefined },
  ]);
});
