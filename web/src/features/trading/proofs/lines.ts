import { type Bytes, bigEndian, hexOf, joined, ofHex, utf8 } from './bytes.ts';
import type { Head, Key } from './keys.ts';
import { sha256 } from './sha256.ts';

/** Longer lines are no lines of ours. */
const LINE_BYTES_MAX = 1_048_576;

/** Each line has one way to be written, so its form is checked letter by letter, not only what it parses to. */
const TEXT = String.raw`"((?:[^"\\\x00-\x1f]|\\(?:["\\bfnrt]|u[0-9A-F]{4}))*)"`;
const NUMBER = '(0|[1-9][0-9]{0,15})';
const HASH = '"([0-9a-f]{64})"';
const SIGNED = '"key":"([0-9a-f]{16})","signature":"([0-9a-f]{128})"';
const UUID = '"([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})"';
const HASHES = String.raw`\[((?:"[0-9a-f]{64}"(?:,"[0-9a-f]{64}")*)?)\]`;

const RECORD = new RegExp(
  String.raw`^\{"version":${NUMBER},"type":${TEXT},"at":${NUMBER},"commandId":${UUID},"public":${TEXT},` +
    String.raw`"secretDigest":${HASH},"hash":${HASH}(?:,"salt":"([0-9a-f]{32})","secret":${TEXT})?\}$`,
);
const EVENTS = new RegExp(String.raw`^\{"format":"ipmarket-events/1","stream":${TEXT}\}$`);
const BUNDLE = new RegExp(String.raw`^\{"format":"ipmarket-bundle/1","stream":${TEXT}\}$`);
const RECEIPT = new RegExp(
  String.raw`^\{"format":"ipmarket-receipt/1","stream":${TEXT},"after":\{"version":${NUMBER},"hash":${HASH}\}\}$`,
);
const KEY = new RegExp(
  String.raw`^\{"key":\{"id":"([0-9a-f]{16})","point":"([0-9a-f]{130})","from":${NUMBER}(?:,"until":${NUMBER})?\}\}$`,
);
const PROFILE = new RegExp(String.raw`^\{"profile":\{"code":${TEXT},"version":${NUMBER}(?:,"text":${TEXT})?\}\}$`);
const FRONT = new RegExp(String.raw`^\{"front":\{"lines":${HASHES},${SIGNED}\}\}$`);
const INCLUSION = new RegExp(
  String.raw`^\{"inclusion":\{"size":${NUMBER},"root":${HASH},"signedAt":${NUMBER},${SIGNED},"path":${HASHES}\}\}$`,
);
const END = new RegExp(String.raw`^\{"end":\{"version":${NUMBER},"hash":${HASH}(?:,${SIGNED})?\}\}$`);

/** One record of the log. */
export interface LogRecord {
  readonly version: number;
  readonly type: string;
  /** Microseconds since 1970. */
  readonly at: number;
  readonly commandId: string;
  readonly public: string;
  readonly secretDigest: string;
  readonly hash: string;
  readonly salt: string | undefined;
  readonly secret: string | undefined;
}

export interface Header {
  readonly kind: 'events' | 'bundle' | 'receipt';
  readonly stream: string;
  /** The record before the first. */
  readonly after: { readonly version: number; readonly hash: string };
}

export interface Signed {
  readonly key: string;
  readonly signature: string;
}

const said = (match: RegExpExecArray, i: number): string => match[i] ?? '';
const number = (match: RegExpExecArray, i: number): number => Number(said(match, i));
const text = (match: RegExpExecArray, i: number): string => JSON.parse(`"${said(match, i)}"`) as string;
const list = (match: RegExpExecArray, i: number): string[] => JSON.parse(`[${said(match, i)}]`) as string[];

function read<T>(pattern: RegExp, line: string, make: (match: RegExpExecArray) => T): T | undefined {
  const match = pattern.exec(line);
  return match ? make(match) : undefined;
}

const fromTheStart = { version: 0, hash: '0'.repeat(64) };

export const readHeader = (line: string): Header | undefined =>
  read(EVENTS, line, (m): Header => ({ kind: 'events', stream: text(m, 1), after: fromTheStart })) ??
  read(BUNDLE, line, (m): Header => ({ kind: 'bundle', stream: text(m, 1), after: fromTheStart })) ??
  read(RECEIPT, line, (m): Header => ({
    kind: 'receipt',
    stream: text(m, 1),
    after: { version: number(m, 2), hash: said(m, 3) },
  }));

export const readRecord = (line: string): LogRecord | undefined =>
  read(RECORD, line, (m) => ({
    version: number(m, 1),
    type: text(m, 2),
    at: number(m, 3),
    commandId: said(m, 4),
    public: text(m, 5),
    secretDigest: said(m, 6),
    hash: said(m, 7),
    salt: m[8],
    secret: m[8] === undefined ? undefined : text(m, 9),
  }));

export const readKey = (line: string): Key | undefined =>
  read(KEY, line, (m) => ({
    id: said(m, 1),
    point: said(m, 2),
    from: number(m, 3),
    until: m[4] === undefined ? undefined : Number(m[4]),
  }));

export const readProfile = (line: string) =>
  read(PROFILE, line, (m) => ({ code: text(m, 1), version: number(m, 2) }));

export const readFront = (line: string) =>
  read(FRONT, line, (m) => ({ lines: list(m, 1), key: said(m, 2), signature: said(m, 3) }));

export const readInclusion = (line: string): (Head & { readonly path: string[] }) | undefined =>
  read(INCLUSION, line, (m) => ({
    size: number(m, 1),
    root: said(m, 2),
    signedAt: number(m, 3),
    key: said(m, 4),
    signature: said(m, 5),
    path: list(m, 6),
  }));

export const readEnd = (line: string) =>
  read(END, line, (m) => ({
    version: number(m, 1),
    hash: said(m, 2),
    signed: m[3] === undefined ? undefined : ({ key: m[3], signature: said(m, 4) } satisfies Signed),
  }));

export const digestOf = (line: string): string => hexOf(sha256(utf8(line)));

export const secretDigest = (salt: string, secret: string): string => hexOf(sha256(joined(ofHex(salt), utf8(secret))));

/** The hash of a record: SHA-256 over eight fields, each after its length as four bytes. */
export function recordHash(record: LogRecord, previous: string, stream: string): string {
  const fields = [
    ofHex(previous),
    utf8(stream),
    bigEndian(record.version, 8),
    utf8(record.type),
    bigEndian(record.at, 8),
    utf8(record.commandId),
    sha256(utf8(record.public)),
    ofHex(record.secretDigest),
  ];
  return hexOf(sha256(joined(...fields.flatMap((field) => [bigEndian(field.length, 4), field]))));
}

/** The lines without their line feed; undefined for one that is not UTF-8, too long, or has none. */
export function* linesOf(file: Bytes): Generator<string | undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  for (let from = 0; from < file.length; ) {
    const end = file.indexOf(10, from);
    if (end < 0 || end - from > LINE_BYTES_MAX) return yield undefined;
    let line: string | undefined;
    try {
      line = decoder.decode(file.subarray(from, end));
    } catch {
      line = undefined;
    }
    yield line;
    from = end + 1;
  }
}
