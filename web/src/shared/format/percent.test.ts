import { expect, it } from 'vitest';
import { formatPercent, parsePercent, parsePercents } from './percent.ts';

it.each([
  [0, '0'],
  [1, '0.01'],
  [10, '0.1'],
  [1250, '12.5'],
  [10_000, '100'],
])('%i basis points read %s', (value, text) => expect(formatPercent(value)).toBe(text));

it.each([
  ['12.5', 1250],
  ['１２．５％', 1250],
  ['0.01', 1],
  ['33.30', 3330],
  ['100', 10_000],
  ['100.01', null],
  ['0.001', null],
  ['-1', null],
  ['1e1', null],
  ['', null],
])('"%s" is %s basis points', (text, value) => expect(parsePercent(text)).toBe(value));

it.each([
  ['3', [300]],
  ['3；3.5；4', [300, 350, 400]],
  ['3, 4 5', [300, 400, 500]],
  ['', []],
  ['3；x', null],
])('"%s" is %s', (text, rates) => expect(parsePercents(text)).toEqual(rates));
