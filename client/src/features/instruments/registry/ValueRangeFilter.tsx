import { Input, Space } from 'antd'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { parseMoney } from '../../../ui/money.ts'

type Props = {
  from: string | undefined
  to: string | undefined
  onChange: (range: { valueFrom?: string; valueTo?: string }) => void
}

/** From–to in 万元; what is no amount is marked and not asked for. */
export function ValueRangeFilter({ from, to, onChange }: Props) {
  const { t } = useTranslation('instruments')
  return (
    <Space.Compact className="value-range">
      <Bound label={t('filter.valueFrom')} value={from} onChange={valueFrom => onChange({ valueFrom })} />
      <Bound label={t('filter.valueTo')} value={to} onChange={valueTo => onChange({ valueTo })} />
      <Space.Addon>{t('filter.valueUnit')}</Space.Addon>
    </Space.Compact>
  )
}

type BoundProps = { label: string; value: string | undefined; onChange: (value: string | undefined) => void }

function Bound({ label, value = '', onChange }: BoundProps) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const wrong = text.trim() !== '' && parseMoney(text, 'wan') === undefined
  const take = () => {
    if (!wrong && text.trim() !== value) onChange(text.trim() || undefined)
  }
  return (
    <Input
      aria-label={label}
      aria-invalid={wrong}
      placeholder={label}
      inputMode="decimal"
      status={wrong ? 'error' : ''}
      value={text}
      onChange={event => setText(event.target.value)}
      onBlur={take}
      onPressEnter={take}
    />
  )
}
