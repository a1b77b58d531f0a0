import type { Locale, Problem } from './contract';
import { OfflineError, ProblemError } from './problem';

type Query = Record<string, string | number | boolean | null | undefined>;
interface Options {
  query?: Query;
  signal?: AbortSignal;
}

let language: Locale = 'zh';

/** In which language the server shall speak its messages. */
export function speak(locale: Locale): void {
  language = locale;
}

const signedOut = new Set<() => void>();

/** Calls back when the server says that nobody is signed in any more. */
export function onSignedOut(listener: () => void): () => void {
  signedOut.add(listener);
  return () => signedOut.delete(listener);
}

export const http = {
  get: <T>(path: string, options?: Options) => send<T>('GET', path, undefined, options),
  post: <T>(path: string, body?: unknown, options?: Options) =>
    send<T>('POST', path, body ?? {}, options),
  put: <T>(path: string, body: unknown, options?: Options) => send<T>('PUT', path, body, options),
  delete: <T>(path: string, options?: Options) => send<T>('DELETE', path, undefined, options),
  /** A file by multipart; `form` fields travel beside it. */
  upload: <T>(path: string, file: File, form: Record<string, string> = {}, options?: Options) => {
    const body = new FormData();
    for (const [name, value] of Object.entries(form)) body.append(name, value);
    body.append('file', file, file.name);
    return send<T>('POST', path, body, options);
  },
  /** A file that the server makes; the browser saves it under the name the server gives. */
  download: async (path: string, body?: unknown): Promise<void> => {
    const response = await request(body === undefined ? 'GET' : 'POST', path, body);
    const disposition = response.headers.get('Content-Disposition') ?? '';
    save(await response.blob(), fileName(disposition) ?? path.split('/').pop() ?? 'download');
  },
};

async function send<T>(method: string, path: string, body: unknown, options?: Options): Promise<T> {
  const response = await request(method, path, body, options);
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

async function request(
  method: string,
  path: string,
  body: unknown,
  options: Options = {},
): Promise<Response> {
  const headers: Record<string, string> = {
    Accept: 'application/json',
    'Accept-Language': language,
  };
  if (method !== 'GET') headers['X-XSRF-TOKEN'] = await csrf();
  if (body !== undefined && !(body instanceof FormData))
    headers['Content-Type'] = 'application/json';
  let response: Response;
  try {
    response = await fetch(path + queryString(options.query), {
      method,
      headers,
      credentials: 'same-origin',
      body: body === undefined || body instanceof FormData ? body : JSON.stringify(body),
      signal: options.signal,
    });
  } catch (error) {
    if (options.signal?.aborted) throw error;
    throw new OfflineError(String(error));
  }
  if (response.ok) return response;
  // A proxy in front of a server that is down answers 502 to 504 without a problem body.
  if (response.status >= 502 && response.status <= 504) throw new OfflineError(response.statusText);
  const problem = await problemOf(response);
  // To ask who is signed in, or to fail to sign in, ends no session.
  if (problem.status === 401 && !path.startsWith('/api/session'))
    signedOut.forEach((listener) => listener());
  throw new ProblemError(problem);
}

async function problemOf(response: Response): Promise<Problem> {
  const type = response.headers.get('Content-Type') ?? '';
  if (!type.includes('json')) return { status: response.status, title: response.statusText };
  try {
    const body = (await response.json()) as Partial<Problem>;
    return { ...body, status: response.status };
  } catch {
    return { status: response.status, title: response.statusText };
  }
}

/** The token of the cookie; without one yet, any answer of the server sets it. */
async function csrf(): Promise<string> {
  const held = csrfCookie();
  if (held !== '') return held;
  try {
    await fetch('/api/setup', { credentials: 'same-origin' });
  } catch {
    // The request that follows meets the same silence, and says so.
  }
  return csrfCookie();
}

function csrfCookie(): string {
  const found = document.cookie.split('; ').find((cookie) => cookie.startsWith('XSRF-TOKEN='));
  return found ? decodeURIComponent(found.slice('XSRF-TOKEN='.length)) : '';
}

function queryString(query: Query = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text === '' ? '' : `?${text}`;
}

/** RFC 6266: filename*=UTF-8''… carries Chinese names, filename="…" is the old form. */
export function fileName(disposition: string): string | null {
  const extended = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  if (extended) return decodeURIComponent(extended);
  return /filename="?([^";]+)"?/i.exec(disposition)?.[1] ?? null;
}

/** Hands a made file to the browser. */
export function save(content: Blob, name: string): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
