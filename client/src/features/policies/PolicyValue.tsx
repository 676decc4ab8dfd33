import { useTranslation } from 'react-i18next'
import { MoneyText } from '../../ui/MoneyText.tsx'
import type { PolicyKind } from './api.ts'

/** A number with its unit: 30 万元, 20 %, 30 working days. */
export function PolicyValue({ kind, value }: { kind: PolicyKind; value: number }) {
  const { t } = useTranslation('policies')
  if (kind === 'money') return <MoneyText fen={value} />
  if (kind === 'flag') return t(value === 1 ? 'flag.yes' : 'flag.no')
  return <span className="number">{t(`value.${kind}`, { value: value.toLocaleString('en-US') })}</span>
}
