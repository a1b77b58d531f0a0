import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Campaign } from '#api';
import { open, serve, signedIn } from '#testing';
import { campaign } from '../section';

const sent: Campaign = {
  id: 'c2',
  label: { zh: '新品短信', en: '新品短信' },
  kind: 'launched',
  state: 'sent',
  planned: 848,
  audience: 848,
  treated: 600,
  control: 248,
  segment: 's2',
  channel: 'sms1',
  message: '新茶到店',
  controlPerMille: 300,
  costPerMessage: 0.05,
  windowDays: 14,
  marginPercent: 45,
  metric: 'CONVERSION',
  otherCost: 0,
  masked: false,
  whole: true,
  entries: { SENT: 284, FAILED: 51, UNCERTAIN: 191, REFUSED: 74, HELD_OUT: 248 },
};

const told = (entries: Campaign['entries']) =>
  serve({
    'GET /api/session': signedIn,
    'GET /api/refresh/runs': [],
    'GET /api/segments': [],
    'GET /api/channels': [],
    'GET /api/campaigns/c2': { ...sent, entries },
  });

it('says of what is uncertain why, and what may be done', async () => {
  told(sent.entries);
  open('/campaigns/c2', [campaign]);
  expect(
    await screen.findByText(
      '191 人待确认：网关断线、超时或答复不清，不知道发没发出。为免重复，不会自动重发；回执到了会自动更新，也可以请服务商按提交时的消息编号导出发送明细，在下面上传。',
    ),
  ).toBeDefined();
});

it('shows the message as somebody reads it, not as it is stored', async () => {
  serve({
    'GET /api/session': signedIn,
    'GET /api/refresh/runs': [],
    'GET /api/segments': [],
    'GET /api/channels': [],
    'GET /api/campaigns/c2': { ...sent, message: '{name|亲爱的顾客}，您有 {积分} 积分可用。' },
  });
  open('/campaigns/c2', [campaign]);
  const message = (await screen.findByText('亲爱的顾客', { exact: false })).closest('p');
  expect(message?.textContent).toBe('姓名没有时写“亲爱的顾客”，您有 积分没有则不发 积分可用。');
});

it('says nothing of it where all is known', async () => {
  told({ SENT: 600, HELD_OUT: 248 });
  open('/campaigns/c2', [campaign]);
  expect(await screen.findByText('每个人的去向')).toBeDefined();
  expect(screen.queryByText(/待确认/)).toBeNull();
});

it.each(['stopped', 'waiting'] as const)(
  'leaves a sending that is %s to whoever sees everybody whom it means',
  async (state) => {
    const act = state === 'stopped' ? '继续发送' : '先不发';
    const served = (whole: boolean) =>
      serve({
        'GET /api/session': { ...signedIn, everybody: whole },
        'GET /api/refresh/runs': [],
        'GET /api/segments': [],
        'GET /api/channels': [],
        'GET /api/campaigns/c2': { ...sent, state, whole },
      });
    served(true);
    const { unmount } = open('/campaigns/c2', [campaign]);
    expect(await screen.findByRole('button', { name: act })).toBeDefined();
    unmount();
    served(false);
    open('/campaigns/c2', [campaign]);
    expect(await screen.findByText(/这次发送的人群里有您看不到的客户/)).toBeDefined();
    expect(screen.queryByRole('button', { name: act })).toBeNull();
  },
);
