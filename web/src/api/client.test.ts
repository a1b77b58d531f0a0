import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fileName, http, onSignedOut, speak } from './client';
import { faultsAt, OfflineError, ProblemError } from './problem';

const answered: { url: string; init: RequestInit }[] = [];
let answers: (() => Response)[] = [];

beforeEach(() => {
  answered.length = 0;
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    answered.push({ url, init });
    const answer = answers.shift();
    return answer ? Promise.resolve(answer()) : Promise.reject(new TypeError('refused'));
  });
});
afterEach(() => {
  document.cookie = 'XSRF-TOKEN=; expires=Thu, 01 Jan 1970 00:00:00 GMT';
});

const json =
  (body: unknown, status = 200, type = 'application/json') =>
  () =>
    new Response(JSON.stringify(body), { status, headers: { 'Content-Type': type } });
const headerOf = (i: number, name: string) =>
  (answered[i]!.init.headers as Record<string, string>)[name];

describe('http', () => {
  it('reads without a token and leaves empty filters out of the address', async () => {
    answers = [json({ total: 3 })];
    speak('en');
    expect(
      await http.get('/api/quality/quarantine', {
        query: { source: 'crm', reason: '', offset: 0 },
      }),
    ).toEqual({ total: 3 });
    expect(answered[0]!.url).toBe('/api/quality/quarantine?source=crm&offset=0');
    expect(headerOf(0, 'Accept-Language')).toBe('en');
    expect(headerOf(0, 'X-XSRF-TOKEN')).toBeUndefined();
  });

  it('writes with the token of the cookie, which it fetches first when there is none', async () => {
    answers = [
      () => {
        document.cookie = 'XSRF-TOKEN=a%2Bb';
        return json({ needed: false })();
      },
      json({ run: 'r1' }),
      json({ run: 'r2' }),
    ];
    await http.post('/api/refresh/runs');
    await http.post('/api/refresh/runs');
    expect(answered.map((call) => call.url)).toEqual([
      '/api/setup',
      '/api/refresh/runs',
      '/api/refresh/runs',
    ]);
    expect(headerOf(1, 'X-XSRF-TOKEN')).toBe('a+b');
    expect(answered[1]!.init.body).toBe('{}');
  });

  it('turns a problem into an error that speaks every fault', async () => {
    answers = [
      json(
        {
          title: 'Bad question',
          status: 400,
          id: '7f',
          faults: [
            { code: 'mapping.no-key', place: 'key', message: '请选择主键列。' },
            { code: 'mapping.twice', place: 'lines[3].field', message: '“手机号”被映射了两次。' },
          ],
        },
        400,
        'application/problem+json',
      ),
    ];
    const error: unknown = await http.get('/api/x').catch((e: unknown) => e);
    expect(error).toBeInstanceOf(ProblemError);
    expect((error as ProblemError).message).toBe('请选择主键列。\n“手机号”被映射了两次。');
    expect((error as ProblemError).id).toBe('7f');
    expect(faultsAt(error, 'lines[3].field').map((fault) => fault.code)).toEqual(['mapping.twice']);
  });

  it('says that a session has ended, but not when only asked who is signed in', async () => {
    let times = 0;
    const stop = onSignedOut(() => times++);
    answers = [
      json({ title: 'Unauthorized' }, 401),
      json({ title: 'Forbidden' }, 403),
      json({ title: 'Unauthorized' }, 401),
    ];
    await http.get('/api/home').catch(() => undefined);
    await http.get('/api/home').catch(() => undefined);
    await http.get('/api/session').catch(() => undefined);
    stop();
    expect(times).toBe(1);
  });

  it('tells a silent server from a refusal', async () => {
    answers = [];
    await expect(http.get('/api/home')).rejects.toBeInstanceOf(OfflineError);
    answers = [() => new Response('', { status: 502 })];
    await expect(http.get('/api/home')).rejects.toBeInstanceOf(OfflineError);
  });

  it('reads Chinese file names', () => {
    expect(
      fileName('attachment; filename="a.csv"; filename*=UTF-8\'\'%E5%90%8D%E5%8D%95.csv'),
    ).toBe('名单.csv');
    expect(fileName('attachment; filename="list.xlsx"')).toBe('list.xlsx');
    expect(fileName('inline')).toBeNull();
  });
});
