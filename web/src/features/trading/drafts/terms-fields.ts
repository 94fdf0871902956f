import { fromLocalField, toLocalField } from '@/shared/format/dates.ts';
import type { Server } from '@/shared/api/types.ts';
import { type ClockOf, pricesOf } from '../descending/clock.ts';
import { type StepFields, stepFieldsOf, stepsOf } from '../steps/step-fields.ts';
import { isSealed } from '../sealed/is-sealed.ts';
import type { Terms } from './api.ts';
import { type ProtocolFields, protocolFieldsOf, protocolOf } from './protocol-fields.ts';

/** What the form of an auction's terms holds: amounts in fen, instants as Beijing time typed, days as typed. */
export interface Fields extends StepFields, ProtocolFields {
  /** How long each price of a falling clock stands. */
  interval: number | null;
  start: number | null;
  reserve: number | null;
  deposit: number | null;
  opensAt: string;
  closesAt: string;
  softClose: number | null;
  softCloseKind: Server['SoftCloseKind'];
  buyNow: number | null;
  takesProxies: boolean;
  hasPreemption: boolean;
  appraised: number | null;
  appraisedOn: string;
  appraisedBy: string;
  viewingFrom: string;
  viewingUntil: string;
}

const SOFT_CLOSE_SECONDS = 300;
const INTERVAL_SECONDS = 300;
const SECOND = 1_000;
const cny = (fen: number): Server['Money'] => ({ fen, currency: 'CNY' });

const EMPTY: Partial<Fields> = {
  ...stepFieldsOf(undefined),
  ...protocolFieldsOf(undefined),
  interval: INTERVAL_SECONDS,
  reserve: null,
  softClose: SOFT_CLOSE_SECONDS,
  softCloseKind: 'BidPlusWindow',
  buyNow: null,
  takesProxies: true,
  hasPreemption: false,
  appraised: null,
  appraisedOn: '',
  appraisedBy: '',
  viewingFrom: '',
  viewingUntil: '',
};

export const fieldsOf = (terms: Terms | undefined): Partial<Fields> =>
  terms
    ? {
        interval: terms.clock?.intervalSeconds ?? INTERVAL_SECONDS,
        start: terms.startPrice.fen,
        ...stepFieldsOf(terms),
        ...protocolFieldsOf(terms),
        reserve: terms.reserve?.fen ?? null,
        deposit: terms.deposit.fen,
        opensAt: toLocalField(terms.opensAt),
        closesAt: toLocalField(terms.closesAt),
        softClose: terms.protocol === 'Dutch' ? SOFT_CLOSE_SECONDS : terms.softCloseSeconds,
        softCloseKind: terms.softCloseKind ?? 'BidPlusWindow',
        buyNow: terms.buyNow?.fen ?? null,
        takesProxies: terms.takesProxies ?? false,
        hasPreemption: terms.hasPreemption ?? false,
        appraised: terms.appraisal?.value.fen ?? null,
        appraisedOn: terms.appraisal?.on ?? '',
        appraisedBy: terms.appraisal?.by ?? '',
        viewingFrom: terms.viewing?.from ?? '',
        viewingUntil: terms.viewing?.until ?? '',
      }
    : EMPTY;

/** The clock a form describes as far as it is filled. */
export const clockOf = (fields: Partial<Fields>): ClockOf => ({
  startPrice: cny(fields.start ?? 0),
  reserve: cny(fields.reserve ?? 0),
  ...stepsOf({ ...stepFieldsOf(undefined), ...fields }),
  clock: { intervalSeconds: fields.interval ?? 0 },
});

/** When a falling clock that opens then has shown every price; null while it is none. The server sets it so too. */
export function clockEnd(fields: Partial<Fields>): string | null {
  const [prices, opens] = [pricesOf(clockOf(fields)), fromLocalField(fields.opensAt ?? '')];
  if (!prices || opens === null) return null;
  return new Date(Date.parse(opens) + prices.length * (fields.interval ?? 0) * SECOND).toISOString();
}

/** A filled form as the server takes it; an appraisal and a viewing are sent whole or not at all. */
export const termsOf = (fields: Fields): Terms => (fields.protocol === 'Dutch' ? dutch(fields) : ascending(fields));

/** No soft close, no maxima, no match; the end is the clock's. */
const dutch = (fields: Fields): Terms => ({
  ...ascending(fields),
  closesAt: clockEnd(fields) ?? fromLocalField(fields.opensAt) ?? '',
  softCloseSeconds: 0,
  buyNow: null,
  takesProxies: false,
  hasPreemption: false,
  clock: { intervalSeconds: fields.interval ?? 0 },
});

const ascending = (fields: Fields): Terms => ({
  protocol: fields.protocol,
  clock: null,
  startPrice: cny(fields.start ?? 0),
  ...(isSealed(fields) ? { step: cny(0), stepTable: null } : stepsOf(fields)),
  ...protocolOf(fields),
  reserve: fields.reserve === null ? null : cny(fields.reserve),
  deposit: cny(fields.deposit ?? 0),
  opensAt: fromLocalField(fields.opensAt) ?? '',
  closesAt: fromLocalField(fields.closesAt) ?? '',
  softCloseSeconds: fields.softClose ?? 0,
  softCloseKind: fields.softCloseKind,
  buyNow: fields.buyNow === null || isSealed(fields) ? null : cny(fields.buyNow),
  takesProxies: fields.takesProxies && !isSealed(fields),
  hasPreemption: fields.hasPreemption && !isSealed(fields),
  appraisal:
    fields.appraised === null ? null : { value: cny(fields.appraised), on: fields.appraisedOn, by: fields.appraisedBy.trim() },
  viewing: fields.viewingFrom === '' ? null : { from: fields.viewingFrom, until: fields.viewingUntil },
});
