/** Money is whole fen everywhere; people read and type 元 or 万元. */
export type MoneyUnit = 'yuan' | 'wan'

const fenPer: Record<MoneyUnit, number> = { yuan: 100, wan: 1_000_000 }
const decimals: Record<MoneyUnit, number> = { yuan: 2, wan: 6 }

/** "1250000.5" 元 → 125000050 fen. Digits are shifted, never multiplied as fractions. Undefined when it is no amount. */
export function parseMoney(text: string, unit: MoneyUnit): number | undefined {
  const plain = text.normalize('NFKC').replace(/[,\s¥]/g, '')
  const match = /^(\d{1,12})(?:\.(\d*))?(万元|万|元)?$/.exec(plain)
  if (!match) return undefined
  const typed = match[3]?.startsWith('万') ? 'wan' : match[3] ? 'yuan' : unit
  const fraction = match[2] ?? ''
  if (fraction.length > decimals[typed] && /[1-9]/.test(fraction.slice(decimals[typed]))) return undefined
  const shifted = Number(match[1] + fraction.slice(0, decimals[typed]).padEnd(decimals[typed], '0'))
  return Number.isSafeInteger(shifted) ? shifted : undefined
}

/** At least `digits` decimals, more where fen would otherwise be lost. */
export function formatMoney(fen: number, unit: MoneyUnit, digits = 2): string {
  const whole = Math.trunc(fen / fenPer[unit])
  const fraction = String(Math.abs(fen % fenPer[unit])).padStart(decimals[unit], '0')
  const needed = fraction.replace(/0+$/, '').padEnd(digits, '0')
  const sign = fen < 0 && whole === 0 ? '-' : ''
  return `${sign}${whole.toLocaleString('en-US')}${needed ? `.${needed}` : ''}`
}
