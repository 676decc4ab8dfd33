import { expect, test } from 'vitest'
import { creditCodeFault, normaliseCreditCode } from './creditCode.ts'

// GB 32100-2015; both codes are real ones.
test.each(['91110000600037341L', '12100000425006117P'])('%s is right', code =>
  expect(creditCodeFault(code)).toBeUndefined(),
)

test('one wrong character is found, and the right check digit named', () => {
  expect(creditCodeFault('12100000425006117A')).toEqual({ fault: 'check', expected: 'P' })
  expect(creditCodeFault('1210000042500611')).toEqual({ fault: 'length' })
  expect(creditCodeFault('12100000425006117I')).toEqual({ fault: 'letter', letter: 'I' })
})

test('full-width and small letters are brought into shape', () =>
  expect(normaliseCreditCode('１２１００００ 0425006117p')).toBe('12100000425006117P'))
