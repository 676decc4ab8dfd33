import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { unitNamed, unitsNamed } from '../api.ts'

type Props = {
  value: string | undefined
  onChange: (unitId: string | undefined) => void
  className?: string
  label?: string
}

/** One unit out of thousands, found by its name. */
export function UnitFilter({ value, onChange, className = 'select-filter', label }: Props) {
  const { t } = useTranslation('instruments')
  const [typed, setTyped] = useState('')
  const found = useQuery(unitsNamed(useDeferredValue(typed.trim()))).data?.items ?? []
  const chosen = useQuery({ ...unitNamed(value ?? ''), enabled: value !== undefined }).data
  const options = [...(chosen && !typed ? [chosen] : []), ...found.filter(({ id }) => id !== chosen?.id || typed)]
  const name = label ?? t('column.unit')
  return (
    <Select
      className={className}
      aria-label={name}
      placeholder={name}
      value={value ?? null}
      allowClear
      showSearch={{ filterOption: false, onSearch: setTyped }}
      popupMatchSelectWidth={false}
      options={options.map(unit => ({ value: unit.id, label: unit.name }))}
      onChange={next => onChange(next ?? undefined)}
    />
  )
}
