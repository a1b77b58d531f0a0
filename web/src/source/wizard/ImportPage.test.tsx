import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Entity, FileLook, Mapping } from '#api';
import { open, serve, signedIn } from '#testing';
import { source } from '../section';
import { offer } from './tray';

const look: FileLook = {
  format: 'csv',
  layout: { format: 'csv', encoding: 'GB18030', delimiter: ',', quote: '"', header: true, skip: 0 },
  sheets: [],
  columns: [
    { name: '会员卡号', type: 'text', filled: 1, examples: ['V1', 'V2'] },
    { name: '电话', type: 'text', filled: 0.5, examples: ['13900001111'] },
  ],
  rows: [
    ['V1', '13900001111'],
    ['V2', ''],
  ],
  noRows: [
    {
      line: 4,
      place: 4,
      text: 'V3,"139',
      reason: 'quality.row-unclosed-quote',
      message: '没有结束',
    },
  ],
  more: false,
};
const field = (key: string, zh: string) => ({
  key,
  label: { zh, en: key },
  type: 'text',
  sensitivity: 'personal',
  mandatory: false,
  codes: [],
});
const standard: Entity[] = [
  {
    name: 'customer',
    label: { zh: '客户', en: 'Customer' },
    parents: [],
    fields: [field('customer.member_card', '会员卡号'), field('customer.phone', '手机号')],
  },
];
const suggested: Mapping = {
  source: 'crm',
  label: { zh: 'crm', en: 'crm' },
  feed: 'members',
  grain: 'customer',
  layout: look.layout,
  key: ['会员卡号'],
  lines: [{ column: '会员卡号', field: 'customer.member_card', transform: [] }],
  kinds: [],
};

it('leads a file from the tray to customers, and asks for exactly what was decided', async () => {
  const calls = serve({
    'GET /api/session': signedIn,
    'GET /api/refresh/runs': [],
    'GET /api/source/sources': [],
    'GET /api/standard/entities': standard,
    'POST /api/source/uploads': {
      id: 'u1',
      name: 'members.csv',
      bytes: 40,
      look,
      more: [],
      left: [],
    },
    'POST /api/source/uploads/u1/look': (body: { layout: unknown }) => ({
      ...look,
      layout: body.layout,
    }),
    'POST /api/source/uploads/u1/suggest': suggested,
    'POST /api/source/uploads/u1/check': {
      rows: { columns: [{ name: 'customer.phone', type: 'text' }], rows: [['+8613900001111']] },
      quarantined: [
        {
          line: 3,
          field: 'customer.phone',
          value: '139',
          severity: 'quarantine',
          place: null,
          reason: 'phone.length',
          message: '位数不对',
        },
      ],
      faults: [],
    },
    'POST /api/source/imports': { run: 7 },
    'GET /api/refresh/runs/7': {
      id: 7,
      kind: 'import',
      label: '导入',
      state: 'done',
      done: 2,
      total: 2,
      startedAt: '2026-11-22T00:00:00Z',
      endedAt: '2026-11-22T00:00:03Z',
      faults: [],
      result: { files: '1', landed: '2', unreadable: '0', batches: '5' },
    },
    'GET /api/source/imports/7': [
      {
        run: 7,
        ordinal: 0,
        source: 'crm',
        sourceLabel: { zh: '会员系统', en: 'Member system (CRM)' },
        feed: 'members',
        grain: 'customer',
        name: 'members.csv',
        state: 'landed',
        runState: 'done',
        batch: 5,
        landed: 2,
        unreadable: 0,
        counts: { landed: 2, clean: 1, quarantined: 1, merged: 0, superseded: 0 },
        begunAt: '2026-11-22T00:00:00Z',
        startedAt: '2026-11-22T00:00:00Z',
        endedAt: '2026-11-22T00:00:01Z',
        by: { zh: '林晚', en: '林晚' },
        faults: [],
        retry: false,
      },
    ],
  });
  offer([{ file: new File(['x'], 'members.csv'), source: 'crm' }]);
  open('/sources/import', [source]);

  // Choose: the drop zone on Home has said which system it is.
  await screen.findByText('members.csv');
  expect(await screen.findByText('会员系统')).toBeTruthy();
  const next = () => screen.getByText('下一步').closest('button')!;
  await waitFor(() => expect(next()).toHaveProperty('disabled', false));
  fireEvent.click(next());

  // Look.
  await screen.findByText('文字编码');
  expect(screen.getByText('第 4 个字符', { exact: false })).toBeTruthy();
  fireEvent.click(next());

  // Map: the second column is mapped by hand.
  await screen.findByText('文件里的一行是什么？');
  const choice = await screen.findByLabelText('“电话”对应的字段');
  fireEvent.mouseDown(choice);
  fireEvent.click(await screen.findByTitle('手机号'));
  fireEvent.click(next());

  // Check.
  await screen.findByText('位数不对');
  fireEvent.click(screen.getByText('开始导入'));

  // Run, and the account of it.
  const account = await screen.findByLabelText('导入行数 2 = 可用 1 + 隔离 1');
  expect(account).toBeTruthy();
  expect(screen.getByText('看隔离的行')).toBeTruthy();

  const decided = {
    ...suggested,
    source: 'crm',
    label: { zh: '会员系统', en: 'Member system (CRM)' },
    lines: [...suggested.lines, { column: '电话', field: 'customer.phone', transform: [] }],
  };
  const sent = (path: string) => calls.find((call) => call.path === path)?.body;
  expect(sent('/api/source/uploads/u1/suggest')).toEqual({ source: 'crm', layout: look.layout });
  expect(sent('/api/source/uploads/u1/check')).toEqual({ mapping: decided });
  expect(sent('/api/source/imports')).toEqual({
    upload: 'u1',
    mapping: decided,
    more: [],
    again: false,
  });
});
