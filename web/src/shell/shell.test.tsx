import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Run } from '#api';
import { i18next, RunProgress, type Section } from '#shell';
import { open, serve, signedIn } from '#testing';
import { prefer, preferred } from './theme/preferences';

const page: Section = {
  nav: [
    { to: '/a', text: 'shell:brand', icon: null },
    { to: '/b', text: 'shell:frame.data', icon: null, right: 'ADMIN' },
  ],
  routes: [
    { path: '/a', element: <h1>page A</h1> },
    {
      path: '/broken',
      Component: () => {
        throw new Error('a bug');
      },
    },
  ],
};

const none = { status: 401, faults: [] };
const neverChose = { ...signedIn, user: { id: 'u1', name: '林晚', password: true } };

describe('the door', () => {
  it('sends who is not signed in away, and back afterwards', async () => {
    let session: unknown = none;
    serve({
      'GET /api/setup': { needed: false },
      'GET /api/session': () => session,
      'POST /api/session': (body: { password: string }) => {
        if (body.password !== 'secret88')
          return { status: 401, faults: [{ code: 'login.wrong', message: '登录名或密码不对。' }] };
        session = signedIn;
        return signedIn;
      },
      'GET /api/refresh/runs': [],
    });
    open('/a?x=1', [page]);
    fireEvent.change(await screen.findByLabelText('登录名'), { target: { value: '林晚' } });
    fireEvent.change(screen.getByLabelText('密码'), { target: { value: 'wrong' } });
    fireEvent.click(screen.getByText('登录', { selector: 'button *' }));
    await screen.findByText('登录名或密码不对。');
    fireEvent.change(screen.getByLabelText('密码'), { target: { value: 'secret88' } });
    fireEvent.click(screen.getByText('登录', { selector: 'button *' }));
    await screen.findByText('page A');
    expect(window.location.pathname + window.location.search).toBe('/a?x=1');
  });

  it('goes back to no other host', async () => {
    serve({
      'GET /api/setup': { needed: false },
      'GET /api/session': signedIn,
      'POST /api/session/link': signedIn,
      'GET /api/refresh/runs': [],
    });
    open('/login?token=once&back=//evil.example/', [
      { routes: [{ path: '/', element: <h1>home</h1> }] },
    ]);
    await screen.findByText('home');
    expect(window.location.pathname).toBe('/');
  });

  it('opens a page that needs a right to those who hold it, and tells the others', async () => {
    const imports: Section = {
      routes: [{ path: '/import', right: 'DEFINE', element: <h1>page I</h1> }],
    };
    serve({ 'GET /api/session': signedIn, 'GET /api/refresh/runs': [] });
    const { unmount } = open('/import', [imports]);
    await screen.findByText('page I');
    unmount();
    serve({
      'GET /api/session': { ...signedIn, rights: ['VIEW'] },
      'GET /api/refresh/runs': [],
    });
    open('/import', [imports]);
    await screen.findByText('您的账号不能做这件事');
    expect(screen.queryByText('page I')).toBeNull();
  });

  it('keeps who sees some customers only from what holds for all, and says that this is why', async () => {
    const rules: Section = {
      routes: [{ path: '/rule', right: 'DEFINE', overAll: true, element: <h1>page R</h1> }],
    };
    serve({
      'GET /api/session': { ...signedIn, everybody: false },
      'GET /api/refresh/runs': [],
    });
    open('/rule', [rules]);
    await screen.findByText(
      '这里的设置对全部客户生效，而您只能看到部分客户。需要更改的话，请联系管理员。',
    );
    expect(screen.queryByText('page R')).toBeNull();
  });

  it('offers to stop a run to those who may', async () => {
    const run = {
      id: '7',
      kind: 'import',
      label: { zh: '导入会员', en: 'Import members' },
      state: 'running',
      done: 0,
      total: 0,
      stepLabel: { zh: '', en: '' },
      faults: [],
      result: {},
    } as unknown as Run;
    const at = (mayStop: boolean): Section => ({
      routes: [{ path: '/run', element: <RunProgress run={{ ...run, mayStop }} /> }],
    });
    serve({ 'GET /api/session': signedIn, 'GET /api/refresh/runs': [] });
    const { unmount } = open('/run', [at(true)]);
    await screen.findByText('导入会员');
    expect(screen.queryByRole('button', { name: '停止' })).not.toBeNull();
    unmount();
    open('/run', [at(false)]);
    await screen.findByText('导入会员');
    expect(screen.queryByRole('button', { name: '停止' })).toBeNull();
  });

  it('spends a one-time link once', async () => {
    const calls = serve({
      'GET /api/setup': { needed: false },
      'GET /api/session': none,
      'POST /api/session/link': {
        status: 401,
        faults: [{ code: 'link', message: '链接已用过。' }],
      },
    });
    open('/login?token=used', [page]);
    await screen.findByText('链接已用过。');
    expect(screen.getByLabelText('密码')).toBeTruthy();
    expect(calls.filter((call) => call.path === '/api/session/link')).toEqual([
      { method: 'POST', path: '/api/session/link', body: { token: 'used' } },
    ]);
  });

  it('makes who holds the first link the administrator', async () => {
    const calls = serve({
      'GET /api/setup': { needed: true },
      'GET /api/session': signedIn,
      'POST /api/setup': signedIn,
      'GET /api/refresh/runs': [],
    });
    open('/login?token=first', [{ routes: [{ path: '/', element: <h1>home</h1> }] }]);
    fireEvent.change(await screen.findByLabelText('登录名'), { target: { value: '林晚' } });
    fireEvent.change(screen.getByLabelText('密码'), { target: { value: 'secret88' } });
    fireEvent.change(screen.getByLabelText('再输一遍密码'), { target: { value: 'secret89' } });
    fireEvent.click(screen.getByText('开始使用', { selector: 'button *' }));
    await screen.findByText('两次输入的密码不一致');
    fireEvent.change(screen.getByLabelText('再输一遍密码'), { target: { value: 'secret88' } });
    fireEvent.click(screen.getByText('开始使用', { selector: 'button *' }));
    await screen.findByText('home');
    expect(
      calls.find((call) => call.path === '/api/setup' && call.method === 'POST')?.body,
    ).toEqual({ token: 'first', name: '林晚', password: 'secret88' });
  });

  it('says where the link is to be found when nobody has come through it yet', async () => {
    serve({ 'GET /api/setup': { needed: true }, 'GET /api/session': none });
    open('/login', [page]);
    await screen.findByText('初次启动');
  });
});

describe('the frame', () => {
  const answers = { 'GET /api/session': signedIn, 'GET /api/refresh/runs': [] };

  it('shows a place only to those who hold its right', async () => {
    serve({ ...answers, 'GET /api/session': { ...signedIn, rights: ['VIEW'] } });
    open('/a', [page]);
    await screen.findByText('page A');
    expect(document.querySelector('a[href="/a"]')).not.toBeNull();
    expect(document.querySelector('a[href="/b"]')).toBeNull();
  });

  it('stands when a page breaks, and when there is none', async () => {
    serve(answers);
    const { unmount } = open('/broken', [page]);
    await screen.findByText('出错了');
    expect(screen.getAllByText('青禾商店')).not.toHaveLength(0);
    unmount();
    open('/nowhere', [page]);
    await screen.findByText('没有这个页面');
    expect(screen.getAllByText('青禾商店')).not.toHaveLength(0);
  });

  it('keeps the language of the browser for whoever never chose one', async () => {
    serve({ ...answers, 'GET /api/session': neverChose });
    open('/a', [page]);
    prefer({ locale: null });
    await screen.findByText('page A');
    expect(i18next.language).toBe('zh');
    // Nothing was chosen, so nothing is kept: the browser may speak otherwise tomorrow.
    expect(preferred().locale).toBeNull();
  });

  it('speaks on a new device as was chosen on another', async () => {
    serve({
      ...answers,
      'GET /api/session': { ...signedIn, user: { ...signedIn.user, locale: 'en' } },
    });
    open('/a', [page]);
    prefer({ locale: null });
    await screen.findAllByText('Gongbi');
    expect(preferred().locale).toBe('en');
  });

  it('switches the language, here and on the server', async () => {
    const calls = serve({ ...answers, 'PUT /api/session/locale': signedIn });
    open('/a', [page]);
    fireEvent.click((await screen.findAllByLabelText('Switch to English'))[0]!);
    await screen.findAllByText('Gongbi');
    expect(document.documentElement.lang).toBe('en');
    await waitFor(() => {
      expect(calls.find((call) => call.method === 'PUT')?.body).toEqual({ locale: 'en' });
    });
  });
});
