import { useTranslation } from 'react-i18next'
import { formatMoney, type MoneyUnit } from './money.ts'

type Props = { fen: number | null | undefined; unit?: MoneyUnit }

/** An amount, always with its unit; hovering shows it in the other one. English has no word for 万元 and gets yuan. */
export function MoneyText({ fen, unit }: Props) {
  const { t, i18n } = useTranslation('ui')
  if (fen === null || fen === undefined) return <span className="absent">{t('absent')}</span>
  const usual = i18n.language === 'en' ? 'yuan' : 'wan'
  const shown = unit ?? usual
  const other = shown === 'wan' ? 'yuan' : 'wan'
  // 万元 are read to two decimals, as in the national standard; to the fen by hovering.
  const read = shown === 'wan' ? Math.round(fen / 10_000) * 10_000 : fen
  return (
    <span className="number" title={t(`money.amount.${other}`, { amount: formatMoney(fen, other) })}>
      {t(`money.amount.${shown}`, { amount: formatMoney(read, shown) })}
    </span>
  )
}
