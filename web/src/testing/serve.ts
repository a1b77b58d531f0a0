import { vi } from 'vitest';

export interface Call {
  method: string;
  path: string;
  body: unknown;
}

export type Answers = Record<string, unknown>;

/**
 * Stands in for the server: answers by "METHOD /path", with a value or with a function of the body,
 * and keeps what was asked. What is not listed is 404. An answer {status, faults} with a status of
 * 400 or more goes out as problem JSON.
 */
export function serve(answers: Answers): Call[] {
  const calls: Call[] = [];
  vi.stubGlobal('fetch', async (input: string | URL | Request, init: RequestInit = {}) => {
    const path = (input instanceof Request ? input.url : String(input)).replace(
      /^https?:\/\/[^/]+/,
      '',
    );
    const method = init.method ?? 'GET';
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : init.body;
    calls.push({ method, path, body });
    const found = answers[`${method} ${path}`] ?? answers[`${method} ${path.split('?')[0] ?? ''}`];
    const answer: unknown =
      typeof found === 'function' ? await (found as (body: unknown) => unknown)(body) : found;
    return respond(answer);
  });
  document.cookie = 'XSRF-TOKEN=t';
  return calls;
}

function respond(answer: unknown): Response {
  if (answer === undefined) return respond({ status: 404, faults: [] });
  const status = statusOf(answer);
  if (status >= 400)
    return new Response(JSON.stringify(answer), {
      status,
      headers: { 'Content-Type': 'application/problem+json' },
    });
  return new Response(JSON.stringify(answer), {
    headers: { 'Content-Type': 'application/json' },
  });
}

const statusOf = (answer: unknown): number =>
  typeof answer === 'object' && answer !== null && 'status' in answer ? Number(answer.status) : 200;
