import { ask } from './asking.ts';
import type { Visitor } from './market.ts';

export const MINUTE_MS = 60_000;

/** What the market's clock says. */
export const now = async (visitor: Visitor) => Date.parse((await ask<{ now: string }>(visitor, '/api/time')).now);

/** Beijing time as a date-time field takes it. */
export const local = (instant: number) => new Date(instant + 8 * 60 * MINUTE_MS).toISOString().slice(0, 16);
