import { useTranslation } from 'react-i18next'
import { formatMoney, type MoneyUnit } from './money.ts'

type Props = { fen: number | null | undefined; unit?: MoneyUnit }

/** An amount, always with its unit; hovering shows it in the other one. */
export function MoneyText({ fen, unit = 'wan' }: Props) {
  const { t } = useTranslation('ui')
  if (fen === null || fen === undefined) return <span className="absent">{t('absent')}</span>
  const other = unit === 'wan' ? 'yuan' : 'wan'
  return (
    <span className="number" title={`${formatMoney(fen, other)} ${t(`money.${other}`)}`}>
      {formatMoney(fen, unit)} <span className="unit">{t(`money.${unit}`)}</span>
    </span>
  )
}
