import { SearchOutlined } from '@ant-design/icons'
import { Input, Select } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

type SearchProps = { label: string; value: string | undefined; onChange: (value: string | undefined) => void }

/** Filters while one types, after a short rest; follows the address when that changes by itself. */
export function SearchFilter({ label, value = '', onChange }: SearchProps) {
  const [text, setText] = useState(value)
  const sent = useRef(value)
  const report = useRef(onChange)
  report.current = onChange

  useEffect(() => {
    if (value === sent.current) return
    sent.current = value
    setText(value)
  }, [value])

  useEffect(() => {
    const trimmed = text.trim()
    if (trimmed === sent.current) return
    const timer = setTimeout(() => {
      sent.current = trimmed
      report.current(trimmed || undefined)
    }, 300)
    return () => clearTimeout(timer)
  }, [text])

  return (
    <Input
      className="search-filter"
      type="search"
      prefix={<SearchOutlined aria-hidden />}
      aria-label={label}
      placeholder={label}
      value={text}
      allowClear
      onChange={event => setText(event.target.value)}
    />
  )
}

type SelectProps = {
  label: string
  value: string | undefined
  options: { value: string; label: string }[]
  onChange: (value: string | undefined) => void
}

export function SelectFilter({ label, value, options, onChange }: SelectProps) {
  const { t } = useTranslation('ui')
  return (
    <Select
      className="select-filter"
      aria-label={label}
      placeholder={label}
      value={value ?? null}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      notFoundContent={t('noOptions')}
      options={options}
      onChange={next => onChange(next ?? undefined)}
    />
  )
}
