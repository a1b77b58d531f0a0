import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { TrailEntry } from '#api';
import type { Section } from '#shell';
import { open, serve, signedIn } from '#testing';
import { Detail, What } from './TrailWords';

const saved = (what: string): TrailEntry => ({
  position: 1,
  happenedAt: '2026-11-30T15:21:00Z',
  user: { zh: '林晚', en: '林晚' },
  act: 'DEFINED',
  what,
  detail: '',
});

const SAVED = [
  'hours/sending',
  'sending/limits',
  'frame/sms',
  'campaign/c3',
  'field/x_1',
  'links/all',
  'opt-out',
  'opt-out/13900000041',
];

const page: Section = {
  routes: [
    {
      path: '/page',
      lazy: () =>
        Promise.resolve({
          Component: () => (
            <ul>
              {SAVED.map((what) => (
                <li key={what}>
                  <What entry={saved(what)} />
                </li>
              ))}
              <li>
                <Detail
                  entry={{ ...saved('links/all'), act: 'EXPORTED', detail: 'csv, 86601 rows' }}
                />
              </li>
            </ul>
          ),
        }),
    },
  ],
};

it('names what was saved by what people call it', async () => {
  serve({
    'GET /api/session': signedIn,
    'GET /api/refresh/runs': [],
    'GET /api/source/names': [],
    'GET /api/segments/vocabulary': { fields: [], traits: [], behaviours: [] },
  });
  open('/page', [page]);
  expect((await screen.findAllByRole('listitem')).map((one) => one.textContent)).toEqual([
    '发送时段',
    '触达频次',
    '短信签名与退订说明',
    '营销活动 c3',
    '自定义字段 x_1',
    '记录与客户对应关系',
    '退订名单',
    '退订名单 13900000041',
    'csv，86,601 行',
  ]);
});
