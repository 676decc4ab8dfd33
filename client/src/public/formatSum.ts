import type { Language } from '../language.ts'
import { formatMoney } from '../ui/money.ts'

const fenOfWan = 1_000_000

/** A sum of many values: two decimals of 万元 tell enough, where a single value is shown as it is in the books. */
export const formatSum = (fen: number, language: Language) =>
  language === 'en'
    ? formatMoney(fen, 'yuan')
    : formatMoney(Math.round((fen * 100) / fenOfWan) * (fenOfWan / 100), 'wan')
