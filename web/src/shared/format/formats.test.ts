import { describe, expect, it } from 'vitest';
import { capitals } from './capitals.ts';
import { formatSecond, fromLocalField, toLocalField } from './dates.ts';
import { formatRemaining, remaining } from './duration.ts';
import { AMOUNT_FEN_MAX, formatFen, formatWan, formatYuan, parseFen } from './money.ts';

describe('amounts', () => {
  it.each([
    [0, '0'],
    [1, '0.01'],
    [100, '1'],
    [12_500_050, '125,000.50'],
    [-250, '-2.50'],
    [AMOUNT_FEN_MAX, '10,000,000,000'],
  ])('%i fen reads %s', (fen, text) => expect(formatFen(fen)).toBe(text));

  it('puts the sign before the currency', () => expect(formatYuan(-12_000)).toBe('-¥120'));

  it.each([
    [12_500_000, '12.5'],
    [1, '0.000001'],
    [1_000_000_000, '1,000'],
  ])('%i fen is %s 万元', (fen, text) => expect(formatWan(fen)).toBe(text));

  it.each([
    ['125000.50', 'yuan', 12_500_050],
    ['１２５，０００', 'yuan', 12_500_000],
    ['¥ 1,000', 'yuan', 100_000],
    ['12.5', 'wan', 12_500_000],
    ['0.29', 'yuan', 29],
    ['1.005', 'yuan', null],
    ['-5', 'yuan', null],
    ['1e6', 'yuan', null],
    ['', 'yuan', null],
    ['10000000000.01', 'yuan', null],
  ] as const)('"%s" in %s is %s fen', (text, unit, fen) => expect(parseFen(text, unit)).toBe(fen));
});

describe('capitals', () => {
  it.each([
    [0, '零元整'],
    [1, '壹分'],
    [10, '壹角整'],
    [105_000, '壹仟零伍拾元整'],
    [100_005, '壹仟元零伍分'],
    [12_500_000, '壹拾贰万伍仟元整'],
    [1_000_500_000, '壹仟万伍仟元整'],
    [10_000_000_100, '壹亿零壹元整'],
    [10_050, '壹佰元伍角整'],
    [100_010_000, '壹佰万零壹佰元整'],
    [AMOUNT_FEN_MAX, '壹佰亿元整'],
  ])('%i fen is %s', (fen, text) => expect(capitals(fen)).toBe(text));
});

describe('instants', () => {
  it('shows Beijing time', () => expect(formatSecond('2026-11-22T16:00:00Z')).toBe('2026-11-23 00:00:00'));
  it('reads a field as Beijing time and back', () => {
    const instant = fromLocalField('2026-11-23T17:05');
    expect(instant).toBe('2026-11-23T09:05:00.000Z');
    expect(toLocalField(instant ?? '')).toBe('2026-11-23T17:05');
  });
  it('refuses half a field', () => expect(fromLocalField('2026-11-23')).toBeNull());
});

describe('what is left', () => {
  it.each([
    [3_909_000, '01:05:09'],
    [309_000, '05:09'],
    [9_350, '9.3'],
    [-5, '0.0'],
  ])('%i ms reads %s', (ms, text) => expect(formatRemaining(remaining(ms))).toBe(text));
});
