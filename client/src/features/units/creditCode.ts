const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

export type CreditCodeFault = { fault: 'length' | 'letter' | 'check'; letter?: string; expected?: string }

/** As GB 32100-2015 wants it: full-width and small letters are brought into shape, blanks dropped. */
export const normaliseCreditCode = (text: string) => text.normalize('NFKC').replace(/\s/g, '').toUpperCase()

/** What is wrong with a unified social credit code 统一社会信用代码; undefined when its check digit is right. */
export function creditCodeFault(code: string): CreditCodeFault | undefined {
  const letter = [...code].find(each => !alphabet.includes(each))
  if (letter) return { fault: 'letter', letter }
  if (code.length !== 18) return { fault: 'length' }
  const sum = weights.reduce((total, weight, index) => total + weight * alphabet.indexOf(code.charAt(index)), 0)
  const expected = alphabet.charAt((31 - (sum % 31)) % 31)
  return code.endsWith(expected) ? undefined : { fault: 'check', expected }
}
