import { fireEvent, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import type { Occurring, StandardField, TagView, Vocabulary } from '#api';
import type { Section } from '#shell';
import { open, serve, signedIn } from '#testing';
import type { Test, TraitAtom } from '../draft';
import { FieldInput, TraitInput } from './FieldInput';

const text = (key: string, sensitivity: string): StandardField => ({
  key,
  label: { zh: key, en: key },
  type: 'text',
  sensitivity,
  mandatory: false,
  codes: [],
});

const vocabulary: Vocabulary = {
  attributes: [text('customer.city', 'open'), text('customer.phone', 'personal')],
  behaviours: [
    {
      entity: 'order',
      label: { zh: '订单', en: 'Orders' },
      fields: [
        {
          ...text('order.source', 'open'),
          codes: [
            { value: 'pos', label: { zh: '门店收银', en: 'Store till (POS)' } },
            { value: 'shop', label: { zh: '网店', en: 'Online shop' } },
          ],
        },
      ],
      aggregates: [],
    },
  ],
  traits: [
    {
      trait: 'tag/likes',
      label: { zh: '偏好品类', en: 'Likes' },
      type: 'text_list',
      values: [],
    },
  ],
};

const values: TagView['values'] = [
  { value: '茶叶', label: { zh: '茶叶', en: '茶叶' }, customers: 1116 },
  { value: '家纺', label: { zh: '家纺', en: '家纺' }, customers: 730 },
];

const chosen: TraitAtom['values'][] = [];

function Page() {
  const [atom, setAtom] = useState<TraitAtom>({
    about: 'trait',
    trait: 'tag/likes',
    op: 'in',
    values: [],
  });
  const choose = (next: TraitAtom) => {
    chosen.push(next.values);
    setAtom(next);
  };
  return <TraitInput atom={atom} onChange={choose} />;
}

const page: Section = {
  routes: [{ path: '/page', lazy: () => Promise.resolve({ Component: Page }) }],
};

it('offers the values that customers have, with how many, and takes others as well', async () => {
  serve({
    'GET /api/session': signedIn,
    'GET /api/runs': [],
    'GET /api/segments/vocabulary': vocabulary,
    'GET /api/tags/likes': { values },
  });
  open('/page', [page]);
  await screen.findByText('请选择，也可自行输入');
  const input = screen.getByRole('combobox', { name: '值，可填多个' });
  fireEvent.mouseDown(input);
  expect(await screen.findByText('1,116 人')).toBeTruthy();
  fireEvent.click(screen.getByText('家纺', { selector: '.ant-select-item-option *' }));
  fireEvent.change(input, { target: { value: '香品、' } });
  expect(chosen).toEqual([['家纺'], ['家纺', '香品']]);
});

const tests: Test['values'][] = [];

function FieldPage({ field }: { field: string }) {
  const [test, setTest] = useState<Test>({ field, op: 'in', values: [] });
  const choose = (next: Test) => {
    tests.push(next.values);
    setTest(next);
  };
  return <FieldInput test={test} onChange={choose} />;
}

const fieldPage = (field: string): Section => ({
  routes: [
    {
      path: '/page',
      lazy: () => Promise.resolve({ Component: () => <FieldPage field={field} /> }),
    },
  ],
});

const asksOf = (calls: { path: string }[]) =>
  calls
    .map((call) => decodeURIComponent(call.path))
    .filter((path) => path.startsWith('/api/segments/vocabulary/values'))
    .map((path) => new URLSearchParams(path.split('?')[1]).toString());

const box = async () => {
  await screen.findByText('请选择，也可自行输入');
  return screen.getByRole('combobox', { name: '值，可填多个' });
};

it('offers the values of a field that occur, from when somebody looks, and takes others', async () => {
  const cities: Occurring[] = [
    { value: '上海', customers: 1204 },
    { value: '北京', customers: 380 },
  ];
  const calls = serve({
    'GET /api/session': signedIn,
    'GET /api/runs': [],
    'GET /api/segments/vocabulary': vocabulary,
    'GET /api/segments/vocabulary/values': cities,
  });
  open('/page', [fieldPage('customer.city')]);
  const input = await box();
  expect(asksOf(calls)).toEqual([]);
  fireEvent.focus(input);
  fireEvent.mouseDown(input);
  expect(await screen.findByText('1,204 人')).toBeTruthy();
  fireEvent.click(screen.getByText('北京', { selector: '.ant-select-item-option *' }));
  fireEvent.change(input, { target: { value: '三亚、' } });
  expect(tests).toEqual([['北京'], ['北京', '三亚']]);
  // All of them are here: what is typed is looked for among them.
  expect(asksOf(calls)).toEqual(['field=customer.city']);
});

it('looks for what is typed on the server where there are more values than it offers', async () => {
  const many = Array.from({ length: 50 }, (_, i) => ({ value: `城${i}`, customers: 99 - i }));
  const calls = serve({
    'GET /api/session': signedIn,
    'GET /api/runs': [],
    'GET /api/segments/vocabulary': vocabulary,
    'GET /api/segments/vocabulary/values?field=customer.city': many,
    'GET /api/segments/vocabulary/values?field=customer.city&part=%E4%B8%89': [
      { value: '三亚', customers: 7 },
    ],
  });
  open('/page', [fieldPage('customer.city')]);
  const input = await box();
  fireEvent.focus(input);
  fireEvent.mouseDown(input);
  await screen.findByText('99 人');
  fireEvent.change(input, { target: { value: '三' } });
  expect(await screen.findByText('7 人')).toBeTruthy();
  expect(asksOf(calls)).toEqual(['field=customer.city', 'field=customer.city&part=%E4%B8%89']);
});

const CHOSEN = '.ant-select-selection-item-content';

it('offers sources by their names and keeps their codes', async () => {
  tests.length = 0;
  const calls = serve({
    'GET /api/session': signedIn,
    'GET /api/runs': [],
    'GET /api/segments/vocabulary': vocabulary,
  });
  open('/page', [fieldPage('order.source')]);
  await screen.findByText('请选择');
  const input = screen.getByRole('combobox', { name: '值，可填多个' });
  fireEvent.focus(input);
  fireEvent.mouseDown(input);
  fireEvent.click(await screen.findByText('网店', { selector: '.ant-select-item-option *' }));
  expect(tests).toEqual([['shop']]);
  expect(await screen.findByText('网店', { selector: CHOSEN })).toBeTruthy();
  expect(asksOf(calls)).toEqual([]);
});

it('offers nothing of what says who somebody is', async () => {
  const calls = serve({
    'GET /api/session': signedIn,
    'GET /api/runs': [],
    'GET /api/segments/vocabulary': vocabulary,
  });
  open('/page', [fieldPage('customer.phone')]);
  await screen.findByText('输入后按回车，可填多个');
  fireEvent.focus(screen.getByRole('combobox', { name: '值，可填多个' }));
  await waitFor(() => expect(calls.some((call) => call.path.includes('vocabulary'))).toBe(true));
  expect(asksOf(calls)).toEqual([]);
});
