import { type Bytes, ofHex } from './bytes.ts';
import { Front } from './front.ts';
import { type Head, inUse, type Key, statements } from './keys.ts';
import { type Header, linesOf, type LogRecord, readEnd, readHeader, readInclusion, type Signed } from './lines.ts';
import { isIncluded } from './merkle.ts';
import type { Replay } from './replay.ts';
import type { Breach } from './values.ts';
import { Walk } from './walk.ts';

/** What the check found; of a broken file, the first line that is wrong. The same as EventFileVerifier.cs finds. */
export interface Finding {
  readonly result: 'Sound' | 'Broken' | 'NotAnEventFile';
  readonly kind: Header['kind'] | undefined;
  readonly stream: string;
  /** From 1. */
  readonly line: number;
  /** The last record in order. */
  readonly version: number;
  readonly field: string | undefined;
  readonly keys: readonly Key[];
  /** Signatures that hold. */
  readonly signatures: number;
  readonly heads: number;
  readonly hasInclusion: boolean;
  readonly replay: Replay | undefined;
  readonly records: readonly LogRecord[];
}

/** Of a receipt all records are shown, of longer files none. */
const RECORDS_SHOWN_MAX = 50;

/** Checks an event file, a bundle or a receipt, here and with nothing but the file. */
export async function verify(file: Bytes): Promise<Finding> {
  const [first, ...rest] = [...linesOf(file)];
  const header = first === undefined ? undefined : readHeader(first);
  const check = new Check(header, first ?? '');
  if (!header) return check.finding('NotAnEventFile', 1, 'line');
  let line = 2;
  for (const text of rest) {
    const breach = text === undefined ? { field: 'line' } : await check.take(text);
    if (breach) return check.finding('Broken', breach.line ?? line, breach.field);
    line++;
  }
  return check.isEnded ? check.finding('Sound', line - 1) : check.finding('Broken', line, 'end');
}

class Check {
  isEnded = false;
  private readonly front: Front | undefined;
  private readonly shown: LogRecord[] = [];
  private walk: Walk | undefined;
  private firstRecord: LogRecord | undefined;
  private signatures = 0;
  private hasInclusion = false;

  constructor(
    private readonly header: Header | undefined,
    line: string,
  ) {
    if (header && header.kind !== 'events') this.front = new Front(header.kind, line);
    else if (header) this.walk = new Walk(header);
  }

  finding(result: Finding['result'], line: number, field?: string): Finding {
    return {
      result,
      kind: this.header?.kind,
      stream: this.header?.stream ?? '',
      line,
      version: this.walk?.version ?? 0,
      field,
      keys: this.front?.keys ?? [],
      signatures: this.signatures + (this.walk ? (this.front?.signatures ?? 0) : 0),
      heads: this.walk?.heads ?? 0,
      hasInclusion: this.hasInclusion,
      replay: this.walk?.replay,
      records: this.shown,
    };
  }

  async take(line: string): Promise<Breach | undefined> {
    if (this.isEnded) return { field: 'line' };
    if (!this.walk) return this.takeFront(line);
    if (line.startsWith('{"end"')) return this.end(line, this.walk);
    if (this.front && line.startsWith('{"inclusion"')) return this.inclusion(line);
    if (this.hasInclusion) return { field: 'line' };
    const walked = this.walk.next(line);
    if ('field' in walked) return walked;
    const { record, head } = walked;
    const content = await this.walk.replay?.opened();
    if (content) return content;
    const wrong = head && this.front ? await this.signedHead(head) : undefined;
    if (wrong) return wrong;
    this.walk.keep(walked);
    this.firstRecord ??= record;
    if (this.shown.length < RECORDS_SHOWN_MAX) this.shown.push(record);
    return this.header?.kind === 'receipt' && record.commandId !== this.firstRecord.commandId ? { field: 'commandId' } : undefined;
  }

  private async takeFront(line: string): Promise<Breach | undefined> {
    const front = this.front as Front;
    const breach = await front.take(line);
    if (!breach && front.isEnded) this.walk = new Walk(this.header as Header);
    return breach;
  }

  private async inclusion(line: string): Promise<Breach | undefined> {
    const read = readInclusion(line);
    const [record, wrong] = [this.firstRecord, { field: 'inclusion' }];
    if (!read || !record || this.header?.kind !== 'receipt' || this.hasInclusion || read.path.length > 64) return wrong;
    if (await this.signedHead(read)) return wrong;
    this.hasInclusion = isIncluded(ofHex(record.hash), record.version - 1, read.size, read.path.map(ofHex), ofHex(read.root));
    return this.hasInclusion ? undefined : wrong;
  }

  private async end(line: string, walk: Walk): Promise<Breach | undefined> {
    const read = readEnd(line);
    const wrong = { field: 'end' };
    if (!read || !this.firstRecord || read.version !== walk.version || read.hash !== walk.hash) return wrong;
    if ((read.signed !== undefined) !== (this.front !== undefined)) return wrong;
    if (read.signed && !(await this.holds(read.signed, statements.flush(walk.stream, read.version, read.hash)))) return wrong;
    const [given, announced] = [this.front?.profile, walk.replay?.profile];
    if (given && announced && (given.code !== announced.code || given.version !== announced.version))
      return { field: 'profile', line: given.line };
    this.isEnded = true;
    return undefined;
  }

  private async signedHead(head: Head): Promise<Breach | undefined> {
    const key = this.front?.keyOf(head.key);
    if (!key) return { field: 'public.key' };
    if (!inUse(key, head.signedAt)) return { field: 'public.signedAt' };
    const holds = await this.holds(head, statements.head(this.header?.stream ?? '', head));
    return holds ? undefined : { field: 'public.signature' };
  }

  private async holds(signed: Signed, statement: string): Promise<boolean> {
    const holds = (await this.front?.holds(signed, statement)) ?? false;
    if (holds) this.signatures++;
    return holds;
  }
}

