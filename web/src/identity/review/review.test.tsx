import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { ReviewPair } from '#api';
import { open, serve, signedIn } from '#testing';
import { identity } from '../section';
import { chanceOf, waterfall } from './waterfall';

it('lets each step of the evidence begin where the one before ended', () => {
  const step = (bits: number) => ({ found: { zh: '', en: '' }, bits });
  expect(waterfall({ before: -1, bits: 5.5, steps: [step(8), step(-1.25)] })).toEqual({
    steps: [
      { from: 0, to: -1, bits: -1 },
      { from: -1, to: 7, bits: 8 },
      { from: 7, to: 5.75, bits: -1.25 },
    ],
    low: -1,
    high: 7,
  });
  expect(chanceOf(0)).toBe(0.5);
  expect(chanceOf(1)).toBeCloseTo(2 / 3);
  expect(chanceOf(500)).toBeLessThan(1);
});

const pair = (key: string): ReviewPair => ({
  one: { customer: 1, customerRecords: 2, records: [{ source: 'crm', recordKey: key }] },
  other: { customer: 2, customerRecords: 1, records: [{ source: 'shop', recordKey: key }] },
  areOne: false,
  reason: 'unsure',
  bits: 1.5,
  before: -2,
  two: { zh: '同名的两个人', en: 'two namesakes' },
  steps: [{ found: { zh: '姓名相同', en: 'Same name' }, bits: 3.5 }],
  fields: [
    {
      field: 'name',
      type: 'text',
      telling: true,
      one: [{ value: `张伟${key}`, sources: ['crm'] }],
      other: [{ value: `张伟${key}`, sources: ['shop'] }],
      agreement: 'same',
    },
  ],
});

const served = (rights = signedIn.rights) => ({
  'GET /api/session': { ...signedIn, rights },
  'GET /api/refresh/runs': [],
  'GET /api/source/names': [],
  'GET /api/standard/entities': [],
  'GET /api/identity/review': {
    due: { unsure: 2, apart: 0, sample: 0, bare: 5 },
    progress: { judged: 7, same: 4, different: 3, unsure: 0, waiting: 0 },
    pairs: [pair('1'), pair('2')],
  },
  'GET /api/identity/review/judgements': [],
  'POST /api/identity/review/judgements': { id: 'j8' },
  'DELETE /api/identity/review/judgements/j8': {},
});

it('judges by key, goes on to the next pair, and takes the last one back', async () => {
  const calls = serve(served());
  open('/identity/review', [identity]);
  expect(await screen.findAllByText('张伟1')).toHaveLength(2);
  expect(screen.getByText('已判 7 对，还有 2 对可看')).toBeTruthy();
  expect(screen.getByText('73.9%')).toBeTruthy();

  fireEvent.keyDown(document.body, { key: 'ArrowRight' });
  expect(await screen.findAllByText('张伟2')).toHaveLength(2);
  expect(screen.getByText('已判 8 对，还有 1 对可看')).toBeTruthy();
  expect(calls.filter(({ method }) => method === 'POST')).toEqual([
    {
      method: 'POST',
      path: '/api/identity/review/judgements',
      body: {
        one: { source: 'crm', recordKey: '1' },
        other: { source: 'shop', recordKey: '1' },
        answer: 'different',
      },
    },
  ]);

  fireEvent.keyDown(document.body, { key: 'z' });
  expect(await screen.findAllByText('张伟1')).toHaveLength(2);
  await waitFor(() => expect(calls.some(({ method }) => method === 'DELETE')).toBe(true));
});

it('shows to whoever may not judge what there is, and why they may not', async () => {
  const calls = serve(served(['VIEW']));
  open('/identity/review', [identity]);
  expect(await screen.findByText(/没有「定义」权限/)).toBeTruthy();
  expect(await screen.findAllByText('张伟1')).toHaveLength(2);
  fireEvent.keyDown(document.body, { key: '1' });
  expect(screen.getByRole('button', { name: /^同一个人/ })).toHaveProperty('disabled', true);
  expect(calls.filter(({ method }) => method === 'POST')).toEqual([]);
});

it('asks nothing for whoever sees some customers', async () => {
  const calls = serve({ ...served(), 'GET /api/session': { ...signedIn, everybody: false } });
  open('/identity/review', [identity]);
  expect(await screen.findByText('复核要看到全部客户')).toBeTruthy();
  expect(calls.some(({ path }) => path.startsWith('/api/identity'))).toBe(false);
});
