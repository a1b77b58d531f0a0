import { expect, it } from 'vitest';
import { EMPTY, mendOf, NOTHING } from './mend';

it('makes nothing of the values before anything was typed', () => {
  expect(mendOf(EMPTY)).toEqual(NOTHING);
  expect(mendOf({ ...EMPTY, way: 'all' })).toEqual(NOTHING);
  expect(mendOf({ ...EMPTY, way: 'all', becomes: '  ' })).toEqual(NOTHING);
});

it('takes out what was found, and empties cells only on purpose', () => {
  expect(mendOf({ ...EMPTY, find: '元' })).toEqual({ type: 'replace', find: '元', with: '' });
  expect(mendOf({ ...EMPTY, way: 'all', becomes: '其他' })).toEqual({
    type: 'all',
    becomes: '其他',
  });
  expect(mendOf({ ...EMPTY, way: 'all', becomes: '其他', emptied: true })).toEqual({
    type: 'all',
    becomes: '',
  });
  expect(mendOf({ ...EMPTY, way: 'each', find: 'x', each: { a: 'b' } })).toEqual({
    type: 'each',
    becomes: { a: 'b' },
  });
});
