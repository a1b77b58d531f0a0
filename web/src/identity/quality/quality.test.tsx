import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { MatchQuality } from '#api';
import { open, serve, signedIn } from '#testing';
import { identity } from '../section';

const quality: MatchQuality = {
  sizes: [
    { least: 1, customers: 60, records: 60 },
    { least: 5, customers: 40, records: 240 },
  ],
  largest: [{ customer: 100007, records: 9 }],
  idTypes: [{ idType: 'phone', label: { zh: '手机号', en: 'Phone' } }],
  coverage: [
    {
      source: '',
      records: 300,
      customers: 100,
      held: [{ idType: 'phone', records: 150, customers: 80 }],
    },
  ],
  usual: 9,
  alarms: [{ alarm: 'genders', customers: 3 }],
  unjudged: 0,
  precision: {
    judged: 0,
    drawn: 30,
    strata: [{ sureness: 'weak', pairs: 400, drawn: 30, same: 0, different: 0 }],
  },
  progress: { judged: 12, same: 8, different: 3, unsure: 1, waiting: 0 },
  needed: 40,
};

const show = (more: Partial<MatchQuality>) => {
  serve({
    'GET /api/session': signedIn,
    'GET /api/refresh/runs': [],
    'GET /api/source/names': [],
    'GET /api/standard/entities': [],
    'GET /api/identity/quality': { ...quality, ...more },
  });
  open('/identity/quality', [identity]);
};

it('says that nothing was checked and too little judged, before it is', async () => {
  show({});
  expect(await screen.findByText('尚未抽查：抽好的 30 对还没有人看过。')).toBeTruthy();
  expect(screen.getByText('判定太少：已有 11 条说得清的，满 40 条才开始学。')).toBeTruthy();
  expect(screen.getByText('5 – 9')).toBeTruthy();
  expect(screen.getByText('9 条')).toBeTruthy();
  expect(screen.getAllByText('50.0%')).toHaveLength(1);
});

it('gives the share with its interval, and what was learnt', async () => {
  show({
    precision: {
      ...quality.precision,
      judged: 30,
      strata: [{ sureness: 'weak', pairs: 400, drawn: 30, same: 28, different: 2 }],
      estimate: { low: 0.787, share: 0.933, high: 0.982 },
    },
    lesson: {
      learntAt: '2026-11-01T00:00:00Z',
      judged: 82,
      enough: true,
      used: 42,
      heldBack: 40,
      wrongAlone: 7,
      wrongTaught: 4,
      lossAlone: 0.81,
      lossTaught: 0.52,
      adopted: true,
    },
  });
  expect(
    await screen.findByText('准确率 93.3%（95% 区间 78.7% – 98.2%，看了 30 对）。'),
  ).toBeTruthy();
  expect(screen.getByText('用 42 条判定，另留 40 条检验：判错 7 → 4。')).toBeTruthy();
  expect(screen.getByText(/已采用/)).toBeTruthy();
  expect(screen.queryByText('开始抽查')).toBeNull();
});
