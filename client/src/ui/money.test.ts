import { expect, test } from 'vitest'
import { formatMoney, parseMoney } from './money.ts'

test.each([
  ['125', 'wan', 125_000_000],
  ['125.5', 'wan', 125_500_000],
  ['1,250,000.05', 'yuan', 125_000_005],
  ['１２．５万元', 'yuan', 12_500_000],
  ['800元', 'wan', 80_000],
  ['0.000001', 'wan', 1],
  ['0.1', 'yuan', 10],
] as const)('%s in %s is %i fen', (text, unit, fen) => expect(parseMoney(text, unit)).toBe(fen))

test.each(['', '-5', '1.2.3', 'abc', '0.001', '1e5', '12 块'])('%s is no amount of 元', text =>
  expect(parseMoney(text, 'yuan')).toBeUndefined(),
)

test.each([
  [312_050_000, 'wan', '312.05'],
  [123_456_789, 'wan', '123.456789'],
  [0, 'wan', '0.00'],
  [125_000_005, 'yuan', '1,250,000.05'],
] as const)('%i fen in %s reads %s', (fen, unit, text) => expect(formatMoney(fen, unit)).toBe(text))
