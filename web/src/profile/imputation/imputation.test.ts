import { expect, it } from 'vitest';
import type { ImputationField } from '#api';
import { asked, draftOf, shares } from './draft';

const label = { zh: '', en: '' };
const city: ImputationField = {
  field: 'city',
  label,
  type: 'text',
  codes: [],
  keys: [
    { name: 'phone_prefix', label },
    { name: 'level', label },
  ],
  known: 620,
  imputed: 210,
};
const birthday: ImputationField = { ...city, field: 'birthday', type: 'day' };

it('begins with what mostly tells of a field, or with the rule in force', () => {
  expect(asked(city, draftOf(city))).toEqual({
    field: 'city',
    method: { type: 'grouped', by: ['phone_prefix'], least: 20, percent: 70 },
  });
  expect(asked(birthday, draftOf(birthday))).toEqual({
    field: 'birthday',
    method: { type: 'typical' },
  });
  const method = { type: 'model', by: ['level'], percent: 85 } as const;
  const inForce = { ...city, rule: { method: { ...method, by: ['level'] }, filled: 0 } };
  expect(asked(inForce, draftOf(inForce))).toEqual({ field: 'city', method });
});

it('asks nothing that is not complete, and no share of numbers and days', () => {
  const draft = draftOf(birthday);
  expect(asked(birthday, { ...draft, type: 'grouped' })).toBeUndefined();
  expect(asked(birthday, { ...draft, type: 'constant' })).toBeUndefined();
  expect(asked(birthday, { ...draft, type: 'grouped', by: ['level'] })).toEqual({
    field: 'birthday',
    method: { type: 'grouped', by: ['level'], least: 20, percent: 0 },
  });
});

it('counts what was inferred beside what was said', () => {
  expect(shares(city, 1000)).toEqual({ known: 0.62, imputed: 0.21, none: 0.17 });
  expect(shares(city, 0)).toEqual({ known: 0, imputed: 0, none: 0 });
});
