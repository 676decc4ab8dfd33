import { Input, Select, Space } from 'antd'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { formatMoney, type MoneyUnit, parseMoney } from './money.ts'

type Props = {
  id?: string
  /** Whole fen; NaN while the text is no amount, so that the form can refuse it. */
  value?: number | null
  onChange?: (fen: number | null) => void
  unit?: MoneyUnit
  'aria-describedby'?: string
}

/** Typed in 元 or 万元, kept in fen; the other unit is shown below so that nobody is out by a factor of ten thousand. */
export function MoneyInput({ id, value, onChange, unit: usual, ...aria }: Props) {
  const { t, i18n } = useTranslation('ui')
  // As it is read elsewhere: English has no word for 万元.
  const [unit, setUnit] = useState(usual ?? (i18n.language === 'en' ? 'yuan' : 'wan'))
  const [typing, setTyping] = useState<string>()
  const known = typeof value === 'number' && !Number.isNaN(value)
  const other = unit === 'wan' ? 'yuan' : 'wan'

  const type = (text: string) => {
    setTyping(text)
    onChange?.(text.trim() === '' ? null : (parseMoney(text, unit) ?? Number.NaN))
  }

  return (
    <>
      <Space.Compact block>
        <Input
          id={id}
          inputMode="decimal"
          value={typing ?? (known ? formatMoney(value, unit) : '')}
          onChange={event => type(event.target.value)}
          onBlur={() => known && setTyping(undefined)}
          {...aria}
        />
        <Select
          aria-label={t('money.unit')}
          value={unit}
          style={{ width: 'auto', minWidth: 88, flex: 'none' }}
          onChange={next => {
            setUnit(next)
            if (known) setTyping(undefined)
          }}
          options={(['wan', 'yuan'] as const).map(each => ({ value: each, label: t(`money.${each}`) }))}
        />
      </Space.Compact>
      {known && (
        <div className="field-note number">= {t(`money.amount.${other}`, { amount: formatMoney(value, other) })}</div>
      )}
    </>
  )
}
