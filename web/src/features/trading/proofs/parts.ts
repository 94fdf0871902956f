import type { Finding } from './verify.ts';

export const PARTS = ['form', 'chain', 'rules', 'tree', 'signature'] as const;

/** What a check is made of, in the words of the page. */
export type Part = (typeof PARTS)[number];

export type State = 'holds' | 'broken' | 'open' | 'absent';

const CHAIN = ['version', 'hash', 'secretDigest', 'commandId'];
const TREE = ['public.root', 'public.size', 'inclusion'];
const SIGNATURE = ['front', 'key', 'profile', 'end', 'public.key', 'public.signature', 'public.signedAt'];

/** Which part a field of a finding belongs to. */
export function partOf(field: string | undefined): Part {
  if (field === undefined || field === 'line') return 'form';
  if (CHAIN.includes(field)) return 'chain';
  if (TREE.includes(field)) return 'tree';
  return SIGNATURE.includes(field) ? 'signature' : 'rules';
}

/** How each part came out; `open`: an earlier line is wrong, so it was not carried through. */
export function stateOf(part: Part, finding: Finding): State {
  if (finding.result !== 'Sound') return partOf(finding.field) === part ? 'broken' : 'open';
  if (part === 'rules' && !finding.replay) return 'absent';
  if (part === 'tree' && finding.heads === 0 && !finding.hasInclusion) return 'absent';
  return part === 'signature' && finding.kind === 'events' ? 'absent' : 'holds';
}
