import { delay, http, HttpResponse, type HttpHandler } from 'msw';
import { setupServer } from 'msw/node';
import { type Answers, answerTo, isRefusal } from './answers.ts';

/** A request the page made: for tests that look at what was sent. */
export interface Sent {
  method: string;
  path: string;
  search: URLSearchParams;
  headers: Headers;
  body: unknown;
}

/** An answer that never comes. */
export const SILENCE = Symbol('silence');
/** A broken line. */
export const BROKEN = Symbol('broken');

export const network = setupServer();

/** Answers every call to the API from the table and notes what was asked. An answer may be a function of the request. */
export function answering(answers: Answers, sent: Sent[]): HttpHandler {
  return http.all('*/api/*', async ({ request }) => {
    const { pathname, searchParams } = new URL(request.url);
    const text = request.method === 'GET' ? '' : await request.clone().text();
    const note: Sent = {
      method: request.method,
      path: pathname,
      search: searchParams,
      headers: request.headers,
      body: text.startsWith('{') ? JSON.parse(text) : text,
    };
    sent.push(note);
    const found = answerTo(answers, request.method, decodeURIComponent(pathname));
    const answer: unknown = typeof found === 'function' ? (found as (request: Sent) => unknown)(note) : found;
    if (answer === SILENCE) await delay('infinite');
    if (answer === BROKEN) return HttpResponse.error();
    if (answer === undefined) throw new Error(`Nothing was said about ${request.method} ${pathname}.`);
    if (answer === null) return new HttpResponse(null, { status: 204 });
    if (isRefusal(answer)) {
      const { refused: status, code = null, title = null, figures = null } = answer;
      return HttpResponse.json({ status, code, title, detail: null, figures, errors: null }, { status });
    }
    return HttpResponse.json(answer as never);
  });
}
