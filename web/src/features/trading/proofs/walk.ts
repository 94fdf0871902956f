import { hexOf, ofHex } from './bytes.ts';
import type { Head } from './keys.ts';
import { type Header, type LogRecord, readRecord, recordHash, secretDigest } from './lines.ts';
import { MerkleTree } from './merkle.ts';
import { wrongParts } from './record-parts.ts';
import { Replay } from './replay.ts';
import { type Breach, instant } from './values.ts';

const HEAD = 'trading.auction.tree-head-signed/1';

/** A record that follows from those before, with the tree head it is, if it is one. */
export interface Walked {
  readonly record: LogRecord;
  readonly head: Head | undefined;
}

/**
 * Follows the record lines of one stream: their form, the chain, their order in time, an auction's rules, and that each
 * signed tree head has the root of the records before it. The same as RecordWalk.cs.
 */
export class Walk {
  readonly stream: string;
  readonly replay: Replay | undefined;
  version: number;
  hash: string;
  heads = 0;
  private readonly tree: MerkleTree | undefined;
  private at = Number.NEGATIVE_INFINITY;
  private headSize = 0;

  constructor(header: Header) {
    const isWhole = header.kind !== 'receipt';
    this.stream = header.stream;
    this.version = header.after.version;
    this.hash = header.after.hash;
    this.replay = isWhole && header.stream.startsWith('auction:') ? new Replay(header.stream) : undefined;
    this.tree = isWhole ? new MerkleTree() : undefined;
  }

  next(line: string): Walked | Breach {
    const record = readRecord(line);
    if (!record) return { field: 'line' };
    if (record.version !== this.version + 1) return { field: 'version' };
    if (record.at < this.at) return { field: 'at' };
    if (record.salt !== undefined && secretDigest(record.salt, record.secret ?? '') !== record.secretDigest)
      return { field: 'secretDigest' };
    if (recordHash(record, this.hash, this.stream) !== record.hash) return { field: 'hash' };
    const breach = wrongParts(record.type, record.public, record.secret) ??
      this.replay?.apply(record.type, record.at, record.commandId, record.public, record.secret);
    if (breach) return breach;
    if (record.type !== HEAD) return { record, head: undefined };
    const head = headOf(record.public);
    return this.wrongHead(head, record) ?? { record, head };
  }

  /** Takes the record as read: the next one must follow from it. */
  keep({ record, head }: Walked): void {
    [this.version, this.hash, this.at] = [record.version, record.hash, record.at];
    this.tree?.append(ofHex(record.hash));
    if (!head) return;
    this.headSize = head.size;
    this.heads++;
  }

  private wrongHead(head: Head | undefined, record: LogRecord): Breach | undefined {
    if (!head) return { field: 'public' };
    if (head.size <= this.headSize || head.size > this.version) return { field: 'public.size' };
    if (this.tree && hexOf(this.tree.root(head.size)) !== head.root) return { field: 'public.root' };
    return head.signedAt > record.at ? { field: 'public.signedAt' } : undefined;
  }
}

function headOf(text: string): Head | undefined {
  let read: Readonly<Record<string, unknown>>;
  try {
    read = JSON.parse(text) as Readonly<Record<string, unknown>>;
  } catch {
    return undefined;
  }
  const { size, root, key, signature } = read;
  const signedAt = instant(read['signedAt']);
  return Number.isSafeInteger(size) && Number.isSafeInteger(signedAt) &&
    isHex(root, 64) && isHex(key, 16) && isHex(signature, 128)
    ? { size: size as number, root, signedAt, key, signature }
    : undefined;
}

const isHex = (value: unknown, digits: number): value is string =>
  typeof value === 'string' && value.length === digits && /^[0-9a-f]+$/.test(value);

