import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import type { Visitor } from './market.ts';

/** Sends a command over HTTP as the person of this browser; for what a story needs before it begins. */
export async function command<T>(visitor: Visitor, path: string, body: unknown): Promise<T> {
  const { request } = visitor.context;
  const { token } = (await (await request.get('/api/identity/antiforgery')).json()) as { token: string };
  const answer = await request.post(path, {
    headers: { 'X-CSRF-TOKEN': token, 'Idempotency-Key': randomUUID() },
    data: body,
  });
  const text = await answer.text();
  expect(answer.ok(), `${path}: ${text}`).toBe(true);
  return JSON.parse(text || 'null') as T;
}

/** What the server answers to a question. */
export async function ask<T>(visitor: Visitor, path: string): Promise<T> {
  const answer = await visitor.context.request.get(path);
  expect(answer.ok(), `${path}: ${String(answer.status())}`).toBe(true);
  return (await answer.json()) as T;
}
