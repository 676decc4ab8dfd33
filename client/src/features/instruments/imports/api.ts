import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { queryClient } from '../../../api/client.ts'
import { newKey } from '../../../api/newKey.ts'
import { problemOf } from '../../../api/problem.ts'
import { type FieldChange, refreshInstruments } from '../api.ts'

export type ImportState = 'waiting' | 'checking' | 'ready' | 'committing' | 'done' | 'cancelled' | 'failed'
export type MoneyUnit = 'yuan' | 'tenThousandYuan'
export type Outcome = 'create' | 'change' | 'leave' | 'refuse' | 'skipped'
export type Column = {
  index: number
  letter: string
  title: string
  samples: string[]
  fieldKey: string | null
  confidence: number
  reason: string
  moneyUnit: MoneyUnit | null
  alternatives: string[]
}
export type FaultGroup = {
  code: string
  severity: 'error' | 'warning'
  fieldKey: string | null
  column: string | null
  count: number
  message: string
  recommendation: string | null
  rows: number[]
}
export type Counts = {
  rows: number
  create: number
  change: number
  leave: number
  refuse: number
  warnings: number
  skipped: number
}
export type Import = {
  id: string
  fileName: string
  sizeBytes: number
  createdAt: string
  by: string
  state: ImportState
  failure: { code: string; message: string } | null
  sheets: { name: string; rows: number; hidden: boolean }[]
  sheet: string
  headerFirst: number
  headerLast: number
  remembered: boolean
  columns: Column[]
  unitId: string | null
  unitName: string | null
  hoursYear: number | null
  missingFields: string[]
  counts: Counts
  faultGroups: FaultGroup[]
  progress: { done: number; total: number } | null
  result: { created: number; changed: number; left: number; refused: number } | null
  version: number
}
export type Fault = {
  code: string
  severity: 'error' | 'warning'
  fieldKey: string | null
  column: string | null
  content: string
  message: string
  recommendation: string | null
}
export type Row = {
  number: number
  outcome: Outcome
  unitName: string | null
  instrumentId: string | null
  values: Record<string, string>
  changes: FieldChange[]
  faults: Fault[]
}
export type Mapping = Pick<Import, 'sheet' | 'headerFirst' | 'headerLast' | 'unitId' | 'hoursYear' | 'version'> & {
  columns: Pick<Column, 'index' | 'fieldKey' | 'moneyUnit'>[]
}
export type ImportListRow = Pick<Import, 'id' | 'fileName' | 'createdAt' | 'by' | 'state'> & {
  rows: number
  created: number
  changed: number
  refused: number
}
type Page<Each> = { items: Each[]; total: number; page: number; size: number }
const root = '/api/instruments/imports'
async function call<Answer>(path: string, method = 'GET', body?: unknown, key?: string): Promise<Answer> {
  const response = await fetch(`${window.location.origin}${root}${path}`, {
    method,
    headers: { ...(body ? { 'content-type': 'application/json' } : {}), ...(key ? { 'Idempotency-Key': key } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  })
  if (!response.ok) throw await problemOf(response)
  return response.status === 204 ? (undefined as Answer) : response.json()
}

export const templateAddress = '/api/instruments/imports/template'
export const faultsFileAddress = (importId: string) => `/api/instruments/imports/${importId}/faults-file`

export const importList = (query: { page: number; size: number }) =>
  queryOptions({
    queryKey: ['imports', 'list', query],
    queryFn: () => call<Page<ImportListRow>>(`?page=${query.page}&size=${query.size}`),
    placeholderData: keepPreviousData,
  })

export const isBusy = ({ state }: { state: ImportState }) =>
  state === 'waiting' || state === 'checking' || state === 'committing'

/** Asked again every second while the server works on it; whoever leaves and comes back finds it where it is then. */
export const oneImport = (importId: string) =>
  queryOptions({
    queryKey: ['imports', 'one', importId],
    queryFn: () => call<Import>(`/${importId}`),
    refetchInterval: query => (query.state.data && isBusy(query.state.data) ? 1000 : false),
  })

type RowQuery = { outcome?: Outcome | undefined; faultCode?: string | undefined; page: number; size: number }

export const importRows = (importId: string, query: RowQuery) =>
  queryOptions({
    queryKey: ['imports', 'one', importId, 'rows', query],
    queryFn: () => {
      const search = new URLSearchParams()
      for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value))
      return call<Page<Row>>(`/${importId}/rows?${search}`)
    },
    placeholderData: keepPreviousData,
  })

/** Takes over what the server answered, and asks for everything that hangs on it again. */
function took(answer: Import) {
  queryClient.setQueryData(oneImport(answer.id).queryKey, answer)
  return Promise.all([
    queryClient.invalidateQueries({ queryKey: ['imports', 'one', answer.id, 'rows'] }),
    queryClient.invalidateQueries({ queryKey: ['imports', 'list'] }),
  ])
}

export const useMapColumns = (importId: string) =>
  useMutation({
    mutationFn: (body: Mapping) => call<Import>(`/${importId}/mapping`, 'PUT', body),
    onSuccess: took,
  })

export const useMendRow = (importId: string) =>
  useMutation({
    mutationFn: ({
      number,
      ...body
    }: {
      number: number
      values: Record<string, string>
      skip: boolean
      version: number
    }) => call<{ row: Row; counts: Counts; version: number }>(`/${importId}/rows/${number}`, 'PUT', body),
    onSuccess: ({ counts, version }) => {
      queryClient.setQueryData(oneImport(importId).queryKey, known => known && { ...known, counts, version })
      // The groups of faults are counted by the server; the rows on screen stay, so that what was mended does not jump away.
      return queryClient.invalidateQueries({ queryKey: oneImport(importId).queryKey, exact: true })
    },
  })

export const useCommitImport = (importId: string) =>
  useMutation({
    mutationFn: (body: { mode: 'all' | 'clean'; version: number }) =>
      call<Import>(`/${importId}/commit`, 'POST', body, newKey()),
    onSuccess: answer => Promise.all([took(answer), refreshInstruments()]),
  })

export const useCancelImport = (importId: string) =>
  useMutation({ mutationFn: () => call<Import>(`/${importId}/cancel`, 'POST'), onSuccess: took })

export const useDeleteImport = () =>
  useMutation({
    mutationFn: (importId: string) => call<void>(`/${importId}`, 'DELETE'),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['imports', 'list'] }),
  })
