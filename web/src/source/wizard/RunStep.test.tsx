import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Section } from '#shell';
import { open, serve, signedIn } from '#testing';
import { source } from '../section';
import { RunStep } from './RunStep';

const page: Section = {
  routes: [
    {
      path: '/import',
      element: (
        <RunStep
          names={['lines.csv', 'members.csv']}
          run="7"
          error={null}
          onBack={() => undefined}
          onAgain={() => undefined}
          onSkip={() => undefined}
        />
      ),
    },
  ],
};

const run = {
  id: 7,
  kind: 'import',
  label: { zh: '导入 lines.csv、members.csv', en: 'Import' },
  step: 'source.read',
  stepLabel: { zh: '读取文件：lines.csv（第 1 个，共 2 个）', en: 'Read the file' },
  startedAt: '2026-11-22T00:00:00Z',
  faults: [],
  result: {},
};

const file = (ordinal: number, name: string, state: string) => ({
  run: 7,
  ordinal,
  source: 'shop',
  sourceLabel: { zh: '网店', en: 'Shop' },
  feed: 'lines',
  name,
  state,
  runState: 'cancelled',
  landed: 0,
  unreadable: 0,
  begunAt: '2026-11-22T00:00:00Z',
  by: { zh: '林晚', en: '林晚' },
  faults: [],
  retry: true,
});

const around = {
  'GET /api/session': signedIn,
  'GET /api/refresh/runs': [],
};

/** 512 MB of 2 GB, and 90 seconds more at that pace: said as two minutes, not to the second. */
it('says how far the reading is, in bytes and rows, and how long it still takes', async () => {
  serve({
    ...around,
    'GET /api/refresh/runs/7': {
      ...run,
      state: 'running',
      done: 536_870_912,
      total: 2_147_483_648,
      rows: 2_097_152,
      secondsLeft: 90,
    },
    'GET /api/source/imports/7': [],
  });
  open('/import', [page, source]);
  await screen.findByText('读取文件：lines.csv（第 1 个，共 2 个）', { exact: false });
  expect(screen.getByText('512 MB / 2 GB')).toBeTruthy();
  expect(screen.getByText('已读 2,097,152 行 · 读完约还要 2 分钟')).toBeTruthy();
});

it('says what holds after it was stopped', async () => {
  serve({
    ...around,
    'GET /api/refresh/runs/7': { ...run, state: 'cancelled', done: 0, total: 0 },
    'GET /api/source/imports/7': [
      file(0, 'lines.csv', 'landed'),
      file(1, 'members.csv', 'stopped'),
    ],
  });
  open('/import', [page, source]);
  await screen.findByText('已停止，现有的客户和数字没有变');
  expect(
    screen.getByText('1 个文件已经读入、还没有清洗，另有 1 个没有读入。', { exact: false }),
  ).toBeTruthy();
  expect(screen.getByText('去导入记录').closest('a')?.getAttribute('href')).toBe('/sources/runs');
});

/** 22,756 customers became 22,759; the orders of the file were known before. */
it('says what the import made, in place of how far it was, and leads on', async () => {
  const counts = { landed: 4, clean: 3, quarantined: 1, merged: 0, superseded: 0 };
  serve({
    ...around,
    'GET /api/refresh/runs/7': {
      ...run,
      state: 'done',
      done: 36,
      total: 36,
      endedAt: '2026-11-22T00:01:00Z',
      result: { customers: '22759', customersBefore: '22756', orders: '9', ordersBefore: '9' },
    },
    'GET /api/source/imports/7': [
      { ...file(0, 'lines.csv', 'landed'), runState: 'done', landed: 4, counts },
    ],
  });
  open('/import', [page, source]);
  await screen.findByText('新增 3 位');
  expect(screen.getByText('文件已导入')).toBeTruthy();
  expect(screen.getByText('现有 22,759 位')).toBeTruthy();
  expect(screen.getByText('没有增减')).toBeTruthy();
  expect(screen.queryByText('已完成')).toBeNull();
  for (const next of ['看总览', '看隔离的行', '看客户', '看看板', '看客户是怎样识别的'])
    expect(screen.getByText(next)).toBeTruthy();
});
