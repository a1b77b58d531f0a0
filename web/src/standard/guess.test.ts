import { describe, expect, it } from 'vitest';
import { guess } from './guess';

const column = (
  name: string,
  type: 'text' | 'number' | 'day' | 'moment' | 'flag',
  ...examples: string[]
) => guess({ name, type, examples });

describe('what a new column could be', () => {
  it('is told by its values', () => {
    expect(column('是否送礼', 'text', '是', '否', '')).toBe('yesNo');
    expect(column('备注', 'text', '是', '要发票')).toBe('text');
    expect(column('体重', 'number', '4.5')).toBe('number');
    expect(column('结婚纪念日', 'day', '2020-05-20')).toBe('day');
    expect(column('上次到店', 'moment', '2026-05-20 10:00')).toBe('moment');
  });

  it('is money when the name says so', () => {
    expect(column('押金金额', 'number', '100')).toBe('money');
    expect(column('Deposit fee', 'number', '100')).toBe('money');
  });

  it('is text when nothing is there', () => expect(column('空', 'text')).toBe('text'));
});
