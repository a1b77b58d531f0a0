import { fireEvent, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { Connection, ConnectionDraft, Spec } from '#api';
import { open, serve, signedIn } from '#testing';
import { channel } from './section';

const word = (text: string) => ({ zh: text, en: text });

/** One setting of each kind, and a template for one of them. */
const spec: Spec = {
  id: 'sms-gateway',
  label: word('短信网关'),
  about: word('照接口文档填'),
  parts: [
    {
      id: 'request',
      label: word('怎样提交'),
      settings: [
        setting('url', 'text', '接口地址', { required: true }),
        setting('body', 'text', '内容模板', { lines: 8 }),
        setting('secret', 'secret', '密码', {}),
        setting('rate', 'number', '每秒最多几条', { usual: '10', least: 1, most: 500 }),
      ],
    },
  ],
  presets: [{ id: 'json', label: word('JSON 模板'), values: { body: '{"to":"{phone}"}' } }],
};

function setting(
  key: string,
  kind: Spec['parts'][number]['settings'][number]['kind'],
  label: string,
  more: Partial<Spec['parts'][number]['settings'][number]>,
): Spec['parts'][number]['settings'][number] {
  return {
    key,
    kind,
    label: word(label),
    required: false,
    usual: '',
    lines: 1,
    options: [],
    ...more,
  };
}

const kept: Connection = {
  id: 'sms1',
  label: word('华东'),
  kind: 'sms-gateway',
  settings: { url: 'https://sms.example.com/send', body: '{"to":"{phone}"}', rate: '20' },
  secrets: { secret: '2026-11-20T08:00:00Z' },
  price: 0.045,
};

const base = {
  'GET /api/session': signedIn,
  'GET /api/refresh/runs': [],
  'GET /api/channels/kinds': [spec],
  'GET /api/channels/sms1': kept,
};

const put = (calls: ReturnType<typeof serve>) =>
  calls.findLast((call) => call.method === 'PUT')?.body as ConnectionDraft;

it('leaves a kept secret alone until somebody replaces it', async () => {
  const calls = serve({ ...base, 'PUT /api/channels/sms1': kept });
  open('/channels/sms1', [channel]);
  expect(await screen.findByDisplayValue('https://sms.example.com/send')).toBeTruthy();
  expect(screen.getByText(/保存，不再显示/)).toBeTruthy();
  fireEvent.click(screen.getByText('保存').closest('button')!);
  await waitFor(() => expect(put(calls)).toBeTruthy());
  expect(put(calls).secrets).toEqual({});
  expect(put(calls).settings).toEqual(kept.settings);

  fireEvent.click(screen.getByText('更换').closest('button')!);
  fireEvent.change(screen.getByLabelText(/密码/), { target: { value: 'new' } });
  fireEvent.click(screen.getByText('保存').closest('button')!);
  await waitFor(() => expect(put(calls).secrets).toEqual({ secret: 'new' }));
});

it('marks the setting that the server refused, and fills in a template', async () => {
  serve({
    ...base,
    'POST /api/channels': {
      status: 400,
      faults: [{ code: 'channel.url', place: 'url', message: '请填写完整的接口地址', words: {} }],
    },
  });
  open('/channels/new', [channel]);
  fireEvent.click((await screen.findByText('JSON 模板')).closest('button')!);
  expect(screen.getByDisplayValue('{"to":"{phone}"}')).toBeTruthy();
  fireEvent.click(screen.getAllByText('接入短信网关').at(-1)!.closest('button')!);
  expect(await screen.findByText('请填写完整的接口地址')).toBeTruthy();
  expect(screen.getByText('有几项要改，已在上面标出。')).toBeTruthy();
});
