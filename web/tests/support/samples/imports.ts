import type { Server } from '@/shared/api/types.ts';

type Row = Server['ImportRowView'];

const row = (changes: Partial<Row>): Row => ({
  line: 24,
  number: 'CN209910000001.8',
  title: '一种从钒渣中提取五氧化二钒的方法',
  verdict: 'New',
  differences: [],
  reason: null,
  undo: null,
  ...changes,
});

export const added = row({ differences: [{ field: 'titleZh', before: null, after: '一种从钒渣中提取五氧化二钒的方法' }] });
export const changed = row({
  line: 40,
  number: 'CN209910000002.4',
  title: '一种钛的方法',
  verdict: 'Changed',
  differences: [{ field: 'filingDate', before: '2099-03-04', after: '2099-03-05' }],
});
export const refusedRow = row({
  line: 61,
  number: null,
  title: null,
  verdict: 'Refused',
  reason: { code: 'WRONG_CHECK_CHARACTER', title: '“209910000003.0”的校验位不正确，请核对。', figures: {} },
});

const item: Server['ImportItem'] = {
  id: 'import:01JIMPORT',
  fileName: 'CN199900001A.XML',
  format: 'CnipaBusiness',
  status: 'Previewed',
  total: 3,
  done: 3,
  counts: { new: 1, changed: 1, unchanged: 0, refused: 1 },
  previewedAt: '2026-11-26T02:00:00Z',
  appliedAt: null,
  importer: null,
  version: 1,
  abilities: ['apply'],
};

export const importItem = item;
export const previewed: Server['ImportView'] = { ...item, container: 'XML', kept: 0 };
export const rows = { items: [added, changed, refusedRow], total: 3, next: null };
export const applied: Server['ImportView'] = {
  ...previewed,
  status: 'Applied',
  appliedAt: '2026-11-26T02:01:00Z',
  version: 3,
  abilities: ['undo'],
};
