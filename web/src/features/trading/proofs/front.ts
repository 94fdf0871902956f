import { idOf, type Key, statements, verifies } from './keys.ts';
import { digestOf, readFront, readKey, readProfile, type Signed } from './lines.ts';
import type { Breach } from './values.ts';

const FRONT_LINES_MAX = 1_000;

/** The beginning of a bundle or receipt: header, keys, a bundle's rule profile, and the line that signs them all. */
export class Front {
  readonly keys: Key[] = [];
  profile: { readonly code: string; readonly version: number; readonly line: number } | undefined;
  isEnded = false;
  signatures = 0;
  private readonly digests: string[];

  constructor(
    private readonly kind: 'bundle' | 'receipt',
    header: string,
  ) {
    this.digests = [digestOf(header)];
  }

  keyOf(id: string): Key | undefined {
    return this.keys.find((key) => key.id === id);
  }

  async holds(signed: Signed, statement: string): Promise<boolean> {
    const key = this.keyOf(signed.key);
    return key !== undefined && verifies(key, statement, signed.signature);
  }

  async take(line: string): Promise<Breach | undefined> {
    if (line.startsWith('{"front"')) return this.end(line);
    if (this.digests.length >= FRONT_LINES_MAX) return { field: 'line' };
    this.digests.push(digestOf(line));
    const profile = this.kind === 'bundle' && !this.profile ? readProfile(line) : undefined;
    if (profile) {
      this.profile = { ...profile, line: this.digests.length };
      return undefined;
    }
    const key = readKey(line);
    if (!key || (key.until !== undefined && key.until < key.from)) return { field: 'line' };
    if (idOf(key.point) !== key.id || this.keyOf(key.id)) return { field: 'key' };
    this.keys.push(key);
    return undefined;
  }

  private async end(line: string): Promise<Breach | undefined> {
    const read = readFront(line);
    if (!read || !(await this.holds(read, statements.front(read.lines)))) return { field: 'front' };
    const wrong = read.lines.findIndex((digest, i) => i < this.digests.length && digest !== this.digests[i]);
    if (wrong >= 0) return { field: 'front', line: wrong + 1 };
    if (read.lines.length !== this.digests.length) return { field: 'front' };
    if (this.kind === 'bundle' && !this.profile) return { field: 'profile' };
    this.signatures++;
    this.isEnded = true;
    return undefined;
  }
}
