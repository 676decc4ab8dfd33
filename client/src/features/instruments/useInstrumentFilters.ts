import { parseMoney } from '../../ui/money.ts'
import { useListState } from '../../ui/useListState.ts'
import type { InstrumentQuery } from './api.ts'

const names = [
  'search',
  'lifeCycle',
  'operatingStatus',
  'unitId',
  'custodian',
  'classCode',
  'regionCode',
  'valueFrom',
  'valueTo',
] as const

/** The list's filters in the address bar, values in 万元 as people type them, and what the server is asked for them. */
export function useInstrumentFilters(sort: string) {
  const list = useListState(names, sort)
  const { valueFrom, valueTo, ...asked } = list.query
  const query = {
    ...asked,
    valueFromFen: valueFrom ? parseMoney(valueFrom, 'wan') : undefined,
    valueToFen: valueTo ? parseMoney(valueTo, 'wan') : undefined,
  } as InstrumentQuery
  return { list, query }
}
