import { saveFile } from '@/shared/ui/save-file.ts';
import { isHex, KEY_BYTES } from './crypto/envelope.ts';

const FORMAT = 'ipmarket-own-bid/1';

/** What a bidder keeps to open his own bid. */
interface OwnKey {
  readonly format: typeof FORMAT;
  readonly auction: string;
  readonly bidder: number;
  readonly digest: string;
  readonly key: string;
}

export function saveOwnKey(own: Omit<OwnKey, 'format'>) {
  const file: OwnKey = { format: FORMAT, ...own };
  const name = `${own.auction.replace(':', '-')}-${String(own.bidder)}-${own.digest.slice(0, 8)}.bid-key.json`;
  saveFile(new Blob([`${JSON.stringify(file, null, 2)}\n`], { type: 'application/json' }), name);
}

/** The key of a saved file for this auction; undefined where it is none. */
export function readOwnKey(text: string, auction: string): string | undefined {
  try {
    const read = JSON.parse(text) as OwnKey;
    return read.format === FORMAT && read.auction === auction && isHex(read.key, KEY_BYTES) ? read.key : undefined;
  } catch {
    return undefined;
  }
}
