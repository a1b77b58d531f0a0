import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Campaign, Outlook, Rehearsal, SegmentView } from '#api';
import { open, serve, signedIn } from '#testing';
import { campaign } from '../section';

const segment: SegmentView = {
  id: 's1',
  label: { zh: '沉睡老客', en: 'Asleep' },
  trait: 'segment/s1',
  kind: 'dynamic',
  condition: { type: 'all', of: [] },
  size: 1000,
  counting: false,
  changedAt: '2026-11-20T08:00:00Z',
  owner: { zh: '林晚', en: '林晚' },
};

/** 1,000 of 1,100 customers: nearly everyone. Each percent held back takes ten people. */
const outlook: Outlook = {
  audience: 1000,
  of: 1100,
  noAddress: 20,
  plan: {
    history: 980,
    base: 0.05,
    buying: 0.05,
    worth: 0.013,
    suggestion: 0.013,
    advised: 100,
    attainable: false,
    best: 0.047,
  },
  shares: Array.from({ length: 51 }, (_, i) => ({
    controlPerMille: i * 10,
    treated: 1000 - i * 10,
    control: i * 10,
    ...(i === 0 ? {} : { detectable: 0.083 }),
    enough: false,
  })),
};

const rehearsal: Rehearsal = {
  audience: 1000,
  treated: 893,
  control: 107,
  reached: 868,
  fates: {
    REACHED: 868,
    HELD_OUT: 107,
    NO_ADDRESS: 8,
    PRIVACY_NUMBER: 7,
    MASKED_NUMBER: 0,
    NO_CONSENT: 4,
    OPTED_OUT: 2,
    INCOMPLETE: 3,
    NUMBER_TAKEN: 0,
    CAPPED: 1,
  },
  bills: [
    { parts: 1, people: 861 },
    { parts: 2, people: 7 },
  ],
  billed: 875,
  foreseen: {
    metric: 'CONVERSION',
    history: 980,
    base: 0.05,
    worth: 0.013,
    detectable: 0.082,
    alpha: 0.05,
    chance: 0.8,
    knowingly: false,
  },
  enough: false,
  sample: [],
};

const kept: Campaign = {
  id: 'c9',
  label: { zh: '夏季回归', en: '夏季回归' },
  kind: 'launched',
  state: 'draft',
  planned: 0,
  audience: 0,
  treated: 0,
  control: 0,
  segment: 's1',
  channel: 'file',
  message: '{name}，回来看看',
  controlPerMille: 100,
  costPerMessage: 0.1,
  windowDays: 14,
  marginPercent: 30,
  metric: 'CONVERSION',
  otherCost: 0,
  masked: false,
  whole: true,
  entries: {},
};

it('leads from a segment over a rehearsal to a launch, and back without loss', async () => {
  let state: Campaign['state'] = 'draft';
  const calls = serve({
    'GET /api/session': signedIn,
    'GET /api/refresh/runs': [],
    'GET /api/segments': [segment],
    'POST /api/campaigns/outlook': outlook,
    'POST /api/campaigns/preview': [
      {
        id: 7,
        name: '王芳',
        address: '139****0001',
        arm: 'treated',
        text: '王芳，回来看看',
        parts: 1,
        pick: 'LONGEST',
      },
    ],
    'GET /api/deliveries/sms': { signature: '宣和生活', optOut: '拒收请回复R' },
    'POST /api/campaigns': kept,
    'POST /api/campaigns/c9/rehearse': rehearsal,
    'GET /api/campaigns/c9/people': [
      { id: 7, name: '王芳', address: '139****0001', fate: 'REACHED', text: '王芳，回来看看' },
      { id: 8, name: '李强', address: '', fate: 'HELD_OUT', text: '李强，回来看看' },
    ],
    'POST /api/campaigns/c9/launch': () => {
      state = 'sent';
      return { run: 3 };
    },
    'GET /api/campaigns/c9': () => ({
      ...kept,
      state,
      audience: 1000,
      treated: 893,
      control: 107,
      entries: { SENT: 875, REFUSED: 18, HELD_OUT: 107 },
    }),
  });
  open('/campaigns/new?segment=s1', [campaign]);
  const button = (name: string) => screen.getByText(name).closest('button')!;

  // Who: the segment of the link, its size, and a warning.
  expect(await screen.findByText('这几乎是所有客户')).toBeTruthy();
  expect(button('下一步')).toHaveProperty('disabled', true);
  fireEvent.change(screen.getByLabelText('活动名称'), { target: { value: '夏季回归' } });
  fireEvent.click(button('下一步'));

  // What: read as a real customer would.
  fireEvent.change(await screen.findByLabelText('内容'), {
    target: { value: '{name}，回来看看' },
  });
  expect(await screen.findByText('王芳，回来看看')).toBeTruthy();
  expect(screen.getByText(/发送时自动加签名【宣和生活】，结尾加“拒收请回复R”/)).toBeTruthy();
  expect(screen.getByText('最长的一条')).toBeTruthy();
  expect(screen.getByText('共 7 字，计费 1 条')).toBeTruthy();

  // Back and forth, nothing is lost.
  fireEvent.click(button('上一步'));
  expect(await screen.findByDisplayValue('夏季回归')).toBeTruthy();
  fireEvent.click(button('下一步'));
  expect(await screen.findByDisplayValue('{name}，回来看看')).toBeTruthy();
  fireEvent.click(button('下一步'));

  // Compare: what a tenth held back can show.
  expect(
    await screen.findByText(
      '看不出 1.3 个百分点的提升：1,000 人里留出 100 人，8.3 个百分点以上才看得出来',
    ),
  ).toBeTruthy();
  fireEvent.click(button('下一步'));

  // Check: each person and why not, then what will happen.
  expect(await screen.findByText('未同意接收短信')).toBeTruthy();
  expect(screen.getByText('未同意接收短信 4')).toBeTruthy();
  expect(await screen.findByText('抽签进入对照组，用来比较')).toBeTruthy();
  // Nobody has said what a message costs: that is told, and no sum of money made up.
  expect(screen.getByText('1 条 × 861 人 + 2 条 × 7 人 = 计费 875 条')).toBeTruthy();
  expect(screen.getByText('未填写')).toBeTruthy();

  // Too small to show what is wanted: nobody launches without knowing it.
  const launch = screen.getByRole('button', { name: /^启\s?动$/ });
  expect(launch).toHaveProperty('disabled', true);
  fireEvent.click(screen.getByLabelText('我知道这次看不出 1.3 个百分点的提升，仍要启动'));
  fireEvent.click(launch);
  const dialog = within(await screen.findByRole('dialog'));
  expect(dialog.getByText('868 位客户进入名单，名单生成后可以下载')).toBeTruthy();
  expect(dialog.getByText('107 位客户留作对照，这次不发')).toBeTruthy();
  expect(
    dialog.getByText(
      '未填写单条成本：补上之前，成本和 ROI 都不会计算。账单到了以后可以在效果页补记',
    ),
  ).toBeTruthy();
  fireEvent.click(dialog.getByRole('button', { name: /^启\s?动$/ }));

  // Sent: the account adds up.
  expect(
    await screen.findByLabelText('总人数 1,000 = 已交出 875 + 无法发送 18 + 对照，不发 107'),
  ).toBeTruthy();
  await waitFor(() =>
    expect(
      calls.find((call) => call.path === '/api/campaigns' && call.method === 'POST')?.body,
    ).toEqual({
      label: '夏季回归',
      segment: 's1',
      channel: 'file',
      message: '{name}，回来看看',
      controlPerMille: 100,
      windowDays: 14,
      otherCost: 0,
      marginPercent: 30,
      metric: 'CONVERSION',
    }),
  );
  expect(
    calls.filter((call) => call.path === '/api/campaigns/c9/launch').map((call) => call.body),
  ).toEqual([{ knowingly: true }]);
}, 60_000);
