import { parseMoney } from '../../ui/money.ts'
import { listStateOf, useListState } from '../../ui/useListState.ts'
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
  return { list, query: asked(list.query) }
}

/** What a list with this address asks the server. */
export const instrumentQueryOf = (search: URLSearchParams, sort: string) =>
  asked(listStateOf(names, sort, search).query)

function asked({ valueFrom, valueTo, ...query }: ReturnType<typeof useListState<(typeof names)[number]>>['query']) {
  return {
    ...query,
    valueFromFen: valueFrom ? parseMoney(valueFrom, 'wan') : undefined,
    valueToFen: valueTo ? parseMoney(valueTo, 'wan') : undefined,
  } as InstrumentQuery
}
