import type { Server } from '@/shared/api/types.ts';
import { isSealed } from '../sealed/is-sealed.ts';

type Terms = Server['AuctionTerms'];

/** What the form holds of the protocol; of others than sealed ones the rest is not sent. */
export interface ProtocolFields {
  protocol: Server['BiddingProtocol'];
  threshold: number | null;
  openingMinutes: number | null;
  holders: { name: string; key: string }[];
}

const NONE = { name: '', key: '' };
const EMPTY: ProtocolFields = { protocol: 'English', threshold: 2, openingMinutes: 1_440, holders: [NONE, NONE, NONE] };

export const protocolFieldsOf = (terms: Terms | undefined): ProtocolFields => {
  const set = terms?.sealed;
  return {
    ...EMPTY,
    protocol: terms?.protocol ?? 'English',
    ...(set ? { threshold: set.threshold, openingMinutes: Math.ceil(set.openingSeconds / 60), holders: [...set.holders] } : {}),
  };
};

/** A seller proposes sealed bids without their holders: the handler of the centre names them. */
export function protocolOf({ protocol, threshold, openingMinutes, holders }: ProtocolFields): Pick<Terms, 'protocol' | 'sealed'> {
  const isNamed = isSealed({ protocol }) && holders.some(({ key }) => key !== '');
  return {
    protocol,
    sealed: isNamed
      ? { threshold: threshold ?? 0, openingSeconds: (openingMinutes ?? 0) * 60, holders: holders.map(({ name, key }) => ({ name: name.trim(), key })) }
      : null,
  };
}
