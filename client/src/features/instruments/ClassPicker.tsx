import { useQuery } from '@tanstack/react-query'
import { TreeSelect } from 'antd'
import { useDeferredValue, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Schema } from '../../api/client.ts'
import { classification } from './api.ts'

type Props = {
  id?: string
  value?: string | null
  onChange?: (code: string | undefined) => void
  /** Only the lowest classes: those an instrument may carry. */
  leavesOnly?: boolean
  className?: string
  placeholder?: string
  'aria-label'?: string
  'aria-describedby'?: string
}

/** The classification tree (GB/T 32847), searched by name, code or what users say: SEM finds 扫描电镜. */
export function ClassPicker({ value, onChange, leavesOnly = false, ...select }: Props) {
  const { i18n, t } = useTranslation('instruments')
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const whole = useQuery(classification()).data
  const found = useQuery({ ...classification(search), enabled: search !== '' })
  // Until the answer is there, the whole tree opened would only be in the way.
  const rows = search ? (found.isPlaceholderData ? [] : found.data) : whole
  const tree = useMemo(
    () => treeOf(rows ?? [], null, leavesOnly, i18n.language === 'en'),
    [rows, leavesOnly, i18n.language],
  )
  // What is chosen must have its name even while the search shows something else.
  const chosen = whole?.find(row => row.code === value)

  return (
    <TreeSelect
      {...select}
      value={
        value ? { value, label: chosen ? `${nameOf(chosen, i18n.language === 'en')} ${value}` : value } : undefined
      }
      labelInValue
      allowClear
      showSearch={{ searchValue: typed, onSearch: setTyped, filterTreeNode: false }}
      treeData={tree}
      treeExpandAction="click"
      {...(search ? { treeExpandedKeys: (rows ?? []).map(row => row.code) } : {})}
      popupMatchSelectWidth={false}
      styles={{ popup: { root: { minWidth: 300, maxWidth: 'calc(100vw - 24px)' } } }}
      notFoundContent={found.isFetching ? t('class.searching') : t('class.none')}
      onChange={(next: { value: string; label?: unknown } | undefined) => onChange?.(next?.value)}
      onOpenChange={open => !open && setTyped('')}
    />
  )
}

type Node = { value: string; title: string; selectable: boolean; children: Node[] }

function treeOf(rows: Schema<'ClassRow'>[], parent: string | null, leavesOnly: boolean, english: boolean): Node[] {
  return rows
    .filter(row => row.parentCode === parent)
    .map(row => ({
      value: row.code,
      title: `${nameOf(row, english)} ${row.code}`,
      selectable: !leavesOnly || row.leaf,
      children: treeOf(rows, row.code, leavesOnly, english),
    }))
}

const nameOf = (row: Schema<'ClassRow'>, english: boolean) => (english && row.nameEn) || row.nameZh
