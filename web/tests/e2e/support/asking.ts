import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import { antiforgery, type Visitor } from './market.ts';

/** What the server answers to a question. */
export async function ask<T>(visitor: Visitor, path: string): Promise<T> {
  const answer = await visitor.context.request.get(path);
  expect(answer.ok(), `${path}: ${String(answer.status())}`).toBe(true);
  return (await answer.json()) as T;
}

/** The first of a list that a person sees and that suits; waited for, as the demo fills its market while it runs. */
export async function firstOf<T>(visitor: Visitor, list: string, suits: (item: T) => boolean = () => true): Promise<T> {
  let found: T | undefined;
  await expect
    .poll(async () => (found = (await ask<{ items: T[] }>(visitor, list)).items.find(suits)), { message: list, timeout: 60_000 })
    .toBeTruthy();
  return found as T;
}

/** How a write is sent: as JSON, or as a form with its files. */
interface Sending {
  method?: 'POST' | 'PUT';
  data?: unknown;
  multipart?: Record<string, string | { name: string; mimeType: string; buffer: Buffer }>;
}

/** A write over HTTP, for what a test needs and does not show. */
export const tell = <T>(visitor: Visitor, path: string, data?: unknown): Promise<T> =>
  send<T>(visitor, path, data === undefined ? {} : { data });

export async function send<T>(visitor: Visitor, path: string, { method = 'POST', ...content }: Sending): Promise<T> {
  const { request } = visitor.context;
  const headers = { 'X-CSRF-TOKEN': await antiforgery(request), 'Idempotency-Key': randomUUID() };
  const answer = await request.fetch(path, { method, headers, ...content });
  expect(answer.ok(), `${path}: ${await answer.text()}`).toBe(true);
  return (await answer.json()) as T;
}
