import i18next from 'i18next';
import createClient, { type Middleware } from 'openapi-fetch';
import { actFor, actingParty } from '../session/acting.ts';
import type { paths } from './schema';
import { Refused } from './problems.ts';

const UNSAFE = new Set(['POST', 'PUT', 'PATCH', 'DELETE']);
const PARTY = 'X-Party';
let token: Promise<string> | null = null;

async function fetchToken(): Promise<string> {
  const answer = await globalThis.fetch('/api/identity/antiforgery', { credentials: 'same-origin' });
  if (!answer.ok) throw await Refused.from(answer);
  return ((await answer.json()) as { token: string }).token;
}

/** The antiforgery token belongs to the signed-in person: forget it when that changes. */
export const forgetToken = (): void => {
  token = null;
};

/** The same request once more, for when the token turned out to be stale. */
const copies = new WeakMap<Request, Request>();

/** The last write of this page: lists are asked to hold it, for as long as a list may lag behind. */
let written = { pos: 0, at: 0 };
const LAG_MS = 10_000;
const LISTS = /^\/api\/(parties|listings|auctions|catalogue|escrow|papers|notices|imports|auctions\/[^/]+\/bids|patents\/[^/]+)$/;

/** The same question, to be answered with what this page has just written. */
function caughtUp(request: Request): Request {
  if (written.pos === 0 || Date.now() - written.at > LAG_MS) return request;
  const url = new URL(request.url);
  if (!LISTS.test(url.pathname)) return request;
  url.searchParams.set('after', String(written.pos));
  return new Request(url, request);
}

/** Lists asked for from now on hold what this answer says was written. */
export async function noteWritten(response: Response): Promise<void> {
  if (!response.ok || !response.headers.get('Content-Type')?.includes('json')) return;
  const { pos } = (await response.clone().json()) as { pos?: unknown };
  if (typeof pos === 'number' && pos > written.pos) written = { pos, at: Date.now() };
}

/** The party named is one this person does not (any longer) act for: the choice of an earlier sign-in, or it has ended. */
async function isOfNoParty(request: Request, response: Response): Promise<boolean> {
  if (response.ok || !request.headers.has(PARTY)) return false;
  return (await Refused.from(response.clone())).code === 'NOT_A_MEMBER';
}

const house: Middleware = {
  async onRequest({ request }) {
    if (request.method === 'GET') request = caughtUp(request);
    request.headers.set('Accept-Language', i18next.language);
    const party = actingParty();
    // A write that is repeated names the party it was first sent for.
    if (party !== null && !request.headers.has(PARTY)) request.headers.set(PARTY, party);
    if (UNSAFE.has(request.method)) {
      token ??= fetchToken();
      try {
        request.headers.set('X-CSRF-TOKEN', await token);
        copies.set(request, request.clone());
      } catch (error) {
        token = null;
        throw error;
      }
    }
    return request;
  },
  async onResponse({ request, response }) {
    if (await isOfNoParty(request, response)) {
      if (request.headers.get(PARTY) === actingParty()) actFor(null);
      if (request.method !== 'GET') return undefined;
      const anew = new Request(request);
      anew.headers.delete(PARTY);
      return globalThis.fetch(anew);
    }
    if (UNSAFE.has(request.method)) await noteWritten(response);
    const copy = copies.get(request);
    if (!copy || response.status !== 403) return undefined;
    const problem = await Refused.from(response.clone());
    if (problem.code !== 'ANTIFORGERY_TOKEN_INVALID') return undefined;
    // Signed in anew in another tab, or after a restart: the command id is the same, so nothing is done twice.
    token = fetchToken();
    copy.headers.set('X-CSRF-TOKEN', await token);
    return globalThis.fetch(copy);
  },
};

/** Headers of a write that goes another way than through the client below. */
export function sendingHeaders(token: string, commandId: string): Headers {
  const headers = new Headers({ 'Accept-Language': i18next.language, 'X-CSRF-TOKEN': token, ...writing(commandId) });
  const party = actingParty();
  if (party !== null) headers.set(PARTY, party);
  return headers;
}

/** Sends with the token there is; once more with a fresh one where that has become stale. */
export async function withAToken(send: (token: string) => Promise<Response>): Promise<Response> {
  token ??= fetchToken();
  const first = await send(await token);
  if (first.status !== 403 || (await Refused.from(first.clone())).code !== 'ANTIFORGERY_TOKEN_INVALID') return first;
  token = fetchToken();
  return send(await token);
}

/** The one HTTP client, typed from the server's own description. */
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  credentials: 'same-origin',
  fetch: (request) => globalThis.fetch(request),
});
api.use(house);

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of a good answer; a `Refused` otherwise. */
export async function answered<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (!response.ok) throw Refused.of(response.status, error);
  return data as T;
}

/** Headers of a write: the command's id and, for an edit, the version it was made from. */
export const writing = (commandId: string, version?: number) => ({
  'Idempotency-Key': commandId,
  ...(version === undefined ? {} : { 'If-Match': `"${String(version)}"` }),
});
