import { useQuery } from '@tanstack/react-query'
import { Cascader } from 'antd'
import { regions } from './api.ts'

type Props = {
  id?: string
  value?: string | null
  onChange?: (code: string | undefined) => void
  className?: string
  placeholder?: string
  'aria-label'?: string
}

/** League or city, then county (GB/T 2260); a league alone will do. */
export function RegionPicker({ value, onChange, ...cascader }: Props) {
  const known = useQuery(regions).data ?? []
  const leagues = known.filter(region => region.level === 'leagueOrCity')
  const options = leagues.map(league => ({
    value: league.code,
    label: league.name,
    children: known
      .filter(region => region.parentCode === league.code)
      .map(county => ({ value: county.code, label: county.name })),
  }))
  const above = known.find(region => region.code === value)?.parentCode
  const path = !value ? undefined : leagues.some(league => league.code === value) ? [value] : [above ?? '', value]
  return (
    <Cascader
      {...cascader}
      options={options}
      value={path}
      changeOnSelect
      showSearch
      onChange={next => onChange?.(next?.at(-1))}
    />
  )
}
