import { expect } from '@playwright/test';
import type { Visitor } from './market.ts';

/** What the server answers to a question. */
export async function ask<T>(visitor: Visitor, path: string): Promise<T> {
  const answer = await visitor.context.request.get(path);
  expect(answer.ok(), `${path}: ${String(answer.status())}`).toBe(true);
  return (await answer.json()) as T;
}
