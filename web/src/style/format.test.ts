import { describe, expect, it } from 'vitest';
import { currencyName, makeFormat } from './format';

const zh = makeFormat({ locale: 'zh', currency: 'CNY', zone: 'Asia/Shanghai' });
const en = makeFormat({ locale: 'en', currency: 'CNY', zone: 'Asia/Shanghai' });

describe('format', () => {
  it('shortens to 万 and 亿, K and M', () => {
    expect([9876, 12345, 123456, 99994999, 99999500, 123456789].map(zh.number)).toEqual([
      '9,876',
      '1.2万',
      '12.3万',
      '9,999.5万',
      '1亿',
      '1.2亿',
    ]);
    expect([9876, 12345, 123456, 1234567, 1234567890].map(en.number)).toEqual([
      '9,876',
      '12.3K',
      '123.5K',
      '1.2M',
      '1.2B',
    ]);
  });

  it('writes money with its sign before the symbol', () => {
    expect(zh.money('123456.78')).toBe('¥12.3万');
    expect(zh.money(-123456.78)).toBe('−¥12.3万');
    expect(zh.moneyFull('123456.7800')).toBe('¥123,456.78');
    // Amounts below each other have the same decimals.
    expect(zh.moneyFull(120)).toBe('¥120.00');
    expect(zh.money(120)).toBe('¥120');
    expect(zh.money('486.1')).toBe('¥486.10');
    const yen = makeFormat({ locale: 'en', currency: 'JPY', zone: 'Asia/Tokyo' });
    expect(yen.moneyFull(120)).toBe('¥120');
    expect(en.moneyFull(-8.5)).toBe('−¥8.50');
  });

  it('tells nothing from zero', () => {
    expect(zh.number(null)).toBe('—');
    expect(zh.number('')).toBe('—');
    expect(zh.number(0)).toBe('0');
    expect(zh.percent(undefined)).toBe('—');
    expect(zh.day(null)).toBe('—');
  });

  it('writes shares with one decimal and changes with a sign', () => {
    expect(zh.percent(0.4567)).toBe('45.7%');
    expect(zh.percent(1)).toBe('100.0%');
    expect(zh.change(0.032)).toBe('+3.2%');
    expect(zh.change(-0.0104)).toBe('−1.0%');
    expect(zh.change(0.0001)).toBe('0.0%');
    expect(zh.points(0.021)).toBe('+2.1 个百分点');
    expect(en.points(-0.021)).toBe('−2.1 pp');
    expect(zh.percentSpan({ low: 0.011, estimate: 0.032, high: 0.053 })).toBe('+3.2% (1.1 – 5.3)');
  });

  it('writes amounts that are compared in one unit', () => {
    const span = { low: 8563, estimate: 25619, high: 43689 };
    expect(zh.moneySpan(span)).toBe('¥2.6万 (¥0.9万 – ¥4.4万)');
    expect(en.moneySpan(span)).toBe('¥25.6K (¥8.6K – ¥43.7K)');
    expect(zh.moneySpan({ low: -300, estimate: 25619, high: 50000 })).toBe(
      '¥2.56万 (−¥0.03万 – ¥5.00万)',
    );
    expect(zh.moneySpan({ low: 1.5909, estimate: 5.128, high: 8.665 })).toBe(
      '¥5.13 (¥1.59 – ¥8.67)',
    );
    expect(en.moneyParts({ low: -412.4, estimate: 96, high: 604.4 })).toEqual({
      low: '−¥412',
      estimate: '¥96',
      high: '¥604',
    });
  });

  it('writes days, and moments at the clock of the company', () => {
    expect(zh.day('2026-11-22')).toBe('2026年11月22日');
    expect(en.day('2026-11-22')).toBe('Nov 22, 2026');
    expect(zh.dayShort('2026-11-02')).toBe('11-02');
    expect(en.dayShort('2026-11-02')).toBe('Nov 2');
    expect(zh.month('2026-11-01')).toBe('2026年11月');
    // Twenty minutes to five in the afternoon in London is past midnight in Shanghai.
    expect(zh.moment('2026-11-22T16:40:00Z')).toBe('2026年11月23日 00:40');
    expect(en.moment('2026-11-22T16:40:00Z')).toBe('Nov 23, 2026, 00:40');
  });

  it('says how long ago', () => {
    const now = Date.parse('2026-11-22T12:00:00Z');
    expect(zh.ago('2026-11-22T11:57:00Z', now)).toBe('3分钟前');
    expect(en.ago('2026-11-20T11:57:00Z', now)).toBe('2 days ago');
  });

  it('calls a currency as people do', () => {
    expect(currencyName('CNY', 'zh')).toBe('元');
    expect(currencyName('USD', 'zh')).toBe('美元');
    expect(currencyName('CNY', 'en')).toBe('CNY');
  });

  it('admits too few', () => {
    expect(zh.tooFew(12)).toBe('数据不足 (n=12)');
  });
});
