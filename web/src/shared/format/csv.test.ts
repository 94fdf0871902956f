import { expect, it } from 'vitest';
import { toCsv } from './csv.ts';

it.each([
  ['甲,乙', '"甲,乙"'],
  ['说"好"', '"说""好"""'],
  ['=1+1', "'=1+1"],
  ['-20000.00', '-20000.00'],
  ['6222000000000001', '"\t6222000000000001"'],
  [null, ''],
  [3, '3'],
])('%s is written %s', (cell, text) => expect(toCsv(['a'], [[cell]])).toBe(`\uFEFFa\r\n${text}\r\n`));
