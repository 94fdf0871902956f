import { fromLocalField, toLocalField } from '@/shared/format/dates.ts';
import type { Server } from '@/shared/api/types.ts';
import { type StepFields, stepFieldsOf, stepsOf } from '../steps/step-fields.ts';
import { isSealed } from '../sealed/is-sealed.ts';
import type { Terms } from './api.ts';
import { type ProtocolFields, protocolFieldsOf, protocolOf } from './protocol-fields.ts';

/** What the form of an auction's terms holds: amounts in fen, instants as Beijing time typed, days as typed. */
export interface Fields extends StepFields, ProtocolFields {
  start: number | null;
  reserve: number | null;
  deposit: number | null;
  opensAt: string;
  closesAt: string;
  softClose: number | null;
  softCloseKind: Server['SoftCloseKind'];
  takesProxies: boolean;
  hasPreemption: boolean;
  appraised: number | null;
  appraisedOn: string;
  appraisedBy: string;
  viewingFrom: string;
  viewingUntil: string;
}

const SOFT_CLOSE_SECONDS = 300;
const cny = (fen: number): Server['Money'] => ({ fen, currency: 'CNY' });

const EMPTY: Partial<Fields> = {
  ...stepFieldsOf(undefined),
  ...protocolFieldsOf(undefined),
  reserve: null,
  softClose: SOFT_CLOSE_SECONDS,
  softCloseKind: 'BidPlusWindow',
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
        start: terms.startPrice.fen,
        ...stepFieldsOf(terms),
        ...protocolFieldsOf(terms),
        reserve: terms.reserve?.fen ?? null,
        deposit: terms.deposit.fen,
        opensAt: toLocalField(terms.opensAt),
        closesAt: toLocalField(terms.closesAt),
        softClose: terms.softCloseSeconds,
        softCloseKind: terms.softCloseKind ?? 'BidPlusWindow',
        takesProxies: terms.takesProxies ?? false,
        hasPreemption: terms.hasPreemption ?? false,
        appraised: terms.appraisal?.value.fen ?? null,
        appraisedOn: terms.appraisal?.on ?? '',
        appraisedBy: terms.appraisal?.by ?? '',
        viewingFrom: terms.viewing?.from ?? '',
        viewingUntil: terms.viewing?.until ?? '',
      }
    : EMPTY;

/** A filled form as the server takes it; an appraisal and a viewing are sent whole or not at all. */
export const termsOf = (fields: Fields): Terms => ({
  startPrice: cny(fields.start ?? 0),
  ...(isSealed(fields) ? { step: cny(0), stepTable: null } : stepsOf(fields)),
  ...protocolOf(fields),
  reserve: fields.reserve === null ? null : cny(fields.reserve),
  deposit: cny(fields.deposit ?? 0),
  opensAt: fromLocalField(fields.opensAt) ?? '',
  closesAt: fromLocalField(fields.closesAt) ?? '',
  softCloseSeconds: fields.softClose ?? 0,
  softCloseKind: fields.softCloseKind,
  takesProxies: fields.takesProxies && !isSealed(fields),
  hasPreemption: fields.hasPreemption && !isSealed(fields),
  appraisal:
    fields.appraised === null ? null : { value: cny(fields.appraised), on: fields.appraisedOn, by: fields.appraisedBy.trim() },
  viewing: fields.viewingFrom === '' ? null : { from: fields.viewingFrom, until: fields.viewingUntil },
});
