import { type Bytes, joined } from './bytes.ts';
import { sha256 } from './sha256.ts';

const LEAF = Uint8Array.of(0);
const NODE = Uint8Array.of(1);

const nodeOf = (left: Bytes, right: Bytes): Bytes => sha256(joined(NODE, left, right));

const leafOf = (entry: Bytes): Bytes => sha256(joined(LEAF, entry));

/** The Merkle tree of RFC 9162 §2.1 over entries that are added at its end; every complete subtree is kept. */
export class MerkleTree {
  private readonly levels: Bytes[][] = [[]];

  get size(): number {
    return this.level(0).length;
  }

  append(entry: Bytes): void {
    this.level(0).push(leafOf(entry));
    for (let i = 0; this.level(i).length % 2 === 0; i++) {
      const [left, right] = this.level(i).slice(-2) as [Bytes, Bytes];
      if (this.levels.length === i + 1) this.levels.push([]);
      this.level(i + 1).push(nodeOf(left, right));
    }
  }

  /** The root over the first so many entries, 1 to `size`. */
  root(size: number): Bytes {
    return this.subtree(0, size);
  }

  private subtree(start: number, count: number): Bytes {
    const log = Math.floor(Math.log2(count));
    if (2 ** log === count) return this.level(log)[start / count] as Bytes;
    const left = 2 ** log;
    return nodeOf(this.subtree(start, left), this.subtree(start + left, count - left));
  }

  private level(i: number): Bytes[] {
    return this.levels[i] as Bytes[];
  }
}

/** Whether a path leads from an entry to a root (RFC 9162 §2.1.3.2). */
export function isIncluded(entry: Bytes, index: number, size: number, path: readonly Bytes[], root: Bytes): boolean {
  if (index < 0 || index >= size) return false;
  let [node, last, hash] = [index, size - 1, leafOf(entry)];
  const up = () => ([node, last] = [Math.floor(node / 2), Math.floor(last / 2)]);
  for (const next of path) {
    if (last === 0) return false;
    if (node % 2 === 1 || node === last) {
      hash = nodeOf(next, hash);
      while (node % 2 === 0 && node !== 0) up();
    } else {
      hash = nodeOf(hash, next);
    }
    up();
  }
  return last === 0 && hash.every((byte, i) => byte === root[i]);
}
