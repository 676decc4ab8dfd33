import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { api, queryClient, type Schema } from '../../../api/client.ts'
import { newKey } from '../../../api/newKey.ts'
import { refreshInstruments } from '../api.ts'

export type Import = Schema<'ImportDetails'>
export type ImportListRow = Schema<'ImportRowInList'>
export type Column = Schema<'ImportColumn'>
export type MoneyUnit = Schema<'MoneyUnit'>
export type FaultGroup = Schema<'FaultGroup'>
export type Fault = Schema<'ImportFault'>
export type Row = Schema<'ImportedRow'>
export type Outcome = Schema<'RowOutcome'>

export const templateAddress = '/api/instruments/imports/template'
export const faultsFileAddress = (importId: string) => `/api/instruments/imports/${importId}/faults-file`

export const importList = (query: { page: number; size: number }) =>
  queryOptions({
    queryKey: ['imports', 'list', query],
    queryFn: async () => (await api.GET('/api/instruments/imports', { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })

export const isBusy = ({ state }: { state: Import['state'] }) =>
  state === 'waiting' || state === 'checking' || state === 'committing'

/** Asked again every second while the server works on it; whoever leaves and comes back finds it where it is then. */
export const oneImport = (importId: string) =>
  queryOptions({
    queryKey: ['imports', 'one', importId],
    queryFn: async () =>
      (await api.GET('/api/instruments/imports/{importId}', { params: { path: { importId } } })).data!,
    refetchInterval: query => (query.state.data && isBusy(query.state.data) ? 1000 : false),
  })

type RowQuery = { outcome?: Outcome | undefined; faultCode?: string | undefined; page: number; size: number }

export const importRows = (importId: string, query: RowQuery) =>
  queryOptions({
    queryKey: ['imports', 'one', importId, 'rows', query],
    queryFn: async () =>
      (await api.GET('/api/instruments/imports/{importId}/rows', { params: { path: { importId }, query } })).data!,
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
    mutationFn: async (body: Schema<'MapImportColumns'>) =>
      (await api.PUT('/api/instruments/imports/{importId}/mapping', { params: { path: { importId } }, body })).data!,
    onSuccess: took,
  })

export const useMendRow = (importId: string) =>
  useMutation({
    mutationFn: async ({ number, ...body }: Schema<'MendImportRow'> & { number: number }) =>
      (
        await api.PUT('/api/instruments/imports/{importId}/rows/{number}', {
          params: { path: { importId, number } },
          body,
        })
      ).data!,
    onSuccess: ({ counts, version }) => {
      queryClient.setQueryData(oneImport(importId).queryKey, known => known && { ...known, counts, version })
      // The groups of faults are counted by the server; the rows on screen stay, so that what was mended does not jump away.
      return queryClient.invalidateQueries({ queryKey: oneImport(importId).queryKey, exact: true })
    },
  })

export const useCommitImport = (importId: string) =>
  useMutation({
    mutationFn: async (body: Schema<'CommitImport'>) =>
      (
        await api.POST('/api/instruments/imports/{importId}/commit', {
          params: { path: { importId }, header: { 'Idempotency-Key': newKey() } },
          body,
        })
      ).data!,
    onSuccess: answer => Promise.all([took(answer), refreshInstruments()]),
  })

export const useCancelImport = (importId: string) =>
  useMutation({
    mutationFn: async () =>
      (await api.POST('/api/instruments/imports/{importId}/cancel', { params: { path: { importId } } })).data!,
    onSuccess: took,
  })

export const useDeleteImport = () =>
  useMutation({
    mutationFn: (importId: string) =>
      api.DELETE('/api/instruments/imports/{importId}', { params: { path: { importId } } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['imports', 'list'] }),
  })
