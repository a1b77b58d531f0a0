import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it } from 'vitest';
import type { TagView, Vocabulary } from '#api';
import type { Section } from '#shell';
import { open, serve, signedIn } from '#testing';
import type { TraitAtom } from '../draft';
import { TraitInput } from './FieldInput';

const vocabulary: Vocabulary = {
  attributes: [],
  behaviours: [],
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
