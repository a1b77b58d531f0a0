import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { IdRules } from '#api';
import { open, serve, signedIn } from '#testing';
import { identity } from '../section';
import { asked, changed, draftOf, isSame, moved, usualDraft } from './draft';

const shared = { use: 'SHARED', records: 50, names: 5 } as const;
const exclusive = { use: 'EXCLUSIVE', records: 100, names: 5 } as const;
const rules: IdRules = {
  types: [
    {
      idType: 'member_card',
      label: { zh: '会员卡号', en: 'Member card' },
      ofItsSource: false,
      set: exclusive,
      usual: exclusive,
    },
    {
      idType: 'phone',
      label: { zh: '手机号', en: 'Phone' },
      ofItsSource: false,
      set: { ...shared, values: 3 },
      usual: shared,
    },
  ],
  usualOrder: ['phone', 'member_card'],
};

it('asks for what stands in the form, in its order', () => {
  const draft = draftOf(rules);
  expect(asked(moved(changed(draft, 'phone', { use: 'OFF' }), 'phone', -1))).toEqual([
    { idType: 'phone', use: 'OFF', records: 50, names: 5, values: 3 },
    { idType: 'member_card', use: 'EXCLUSIVE', records: 100, names: 5, values: undefined },
  ]);
  expect(moved(draft, 'member_card', -1)).toBe(draft);
  expect(asked(changed(draft, 'phone', { records: undefined }))).toBeUndefined();
  expect(usualDraft(rules).map((one) => [one.idType, one.values])).toEqual([
    ['phone', undefined],
    ['member_card', undefined],
  ]);
  expect(isSame(draft, draftOf(rules))).toBe(true);
});

const totals = {
  records: 5,
  moved: 1,
  before: 4,
  after: 3,
  same: 2,
  changed: 1,
  lost: 1,
  gained: 0,
  parted: 0,
  joined: 1,
  largestBefore: 2,
  largestAfter: 2,
};
const answers = {
  'GET /api/source/sources': [],
  'GET /api/refresh/runs': [],
  'GET /api/identity/rules': rules,
};

it('tries what was chosen, shows who would be lost, and applies it only then', async () => {
  const tried: IdRules = {
    ...rules,
    types: rules.types.map((one) =>
      one.idType === 'phone' ? { ...one, set: { ...one.set, use: 'EXCLUSIVE' } } : one,
    ),
  };
  serve({
    ...answers,
    'GET /api/session': signedIn,
    'POST /api/identity/rules/trials': { run: 7 },
    'GET /api/refresh/runs/7': {
      id: 7,
      kind: 'trial',
      label: { zh: '试算', en: 'Trial' },
      state: 'done',
      done: 0,
      total: 0,
      faults: [],
      result: {},
      mayStop: false,
    },
    'GET /api/identity/rules/trials/7': {
      rules: tried,
      current: true,
      outcome: {
        totals,
        values: [{ idType: 'phone', label: { zh: '手机号', en: 'Phone' }, gained: 2, lost: 0 }],
        contradicted: 0,
        parted: [],
        joined: [
          {
            customer: 100001,
            records: 2,
            of: 2,
            parts: [
              {
                customer: 100001,
                records: 1,
                some: [{ source: 'crm', recordKey: 'a', name: '张伟' }],
              },
              {
                customer: 100002,
                records: 1,
                some: [{ source: 'crm', recordKey: 'b', name: '李丽' }],
              },
            ],
            reasons: [
              {
                because: 'TIED',
                label: { zh: '手机号', en: 'Phone' },
                value: '13900000001',
                alike: [],
              },
            ],
          },
        ],
      },
    },
  });
  open('/identity/rules', [identity]);
  const phone = await screen.findByRole('radiogroup', { name: '手机号怎么用' });
  const button = screen.getByRole('button', { name: '试算影响' });
  expect(button).toHaveProperty('disabled', true);
  expect(screen.queryByRole('button', { name: /应\s*用/ })).toBeNull();
  fireEvent.click(within(phone).getByText('一人独有'));
  await waitFor(() => expect(button).toHaveProperty('disabled', false));
  fireEvent.click(button);
  await screen.findByText('有 1 位客户由原来的几位合成，例如');
  screen.getByText('客户数，少 1 位');
  screen.getByText('张伟');
  screen.getByText('手机号都是 13900000001，凭它就认定');
  screen.getByText('2 个手机号变成公用号码，不再用来认人');
  screen.getByRole('button', { name: /应\s*用/ });
});

it('shows the rules to be read where somebody sees some customers only', async () => {
  serve({ ...answers, 'GET /api/session': { ...signedIn, everybody: false } });
  open('/identity/rules', [identity]);
  await screen.findByText('标识设置对全部客户生效，而您只能看到部分客户，所以不能修改。');
  expect(screen.queryByRole('button', { name: '试算影响' })).toBeNull();
  screen.getByText('；一个号码超过 100 条记录或 5 个姓名就不算数');
});
