import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { api, queryClient, type Schema } from '../../api/client.ts'
import { newKey } from '../../api/newKey.ts'

export const unitHistory = (unitId: string) =>
  queryOptions({
    queryKey: ['units', 'history', unitId],
    queryFn: async () =>
      (
        await api.GET('/api/units/managing-units/{unitId}/history', {
          params: { path: { unitId }, query: { size: 200 } },
        })
      ).data!,
  })

const refresh = () => queryClient.invalidateQueries({ queryKey: ['units'] })

export const useMoveUnit = (unitId: string) =>
  useMutation({
    mutationFn: (body: Schema<'MoveUnit'>) =>
      api.POST('/api/units/managing-units/{unitId}/move', { params: { path: { unitId } }, body }),
    onSuccess: refresh,
  })

export const useMergeUnit = (unitId: string) =>
  useMutation({
    mutationFn: (body: Schema<'MergeUnit'>) =>
      api.POST('/api/units/managing-units/{unitId}/merge', { params: { path: { unitId } }, body }),
    onSuccess: refresh,
  })

export const useCloseUnit = (unitId: string) =>
  useMutation({
    mutationFn: (body: Schema<'CloseUnit'>) =>
      api.POST('/api/units/managing-units/{unitId}/close', { params: { path: { unitId } }, body }),
    onSuccess: refresh,
  })

export const useSplitUnit = (unitId: string) =>
  useMutation({
    mutationFn: async (body: Schema<'SplitUnit'>) =>
      (
        await api.POST('/api/units/managing-units/{unitId}/split', {
          params: { path: { unitId }, header: { 'Idempotency-Key': newKey() } },
          body,
        })
      ).data!,
    onSuccess: () => Promise.all([refresh(), queryClient.invalidateQueries({ queryKey: ['instruments'] })]),
  })

// The registry answers these; a feature asks what it shows, and does not import another feature.
export const departmentsOf = (unitId: string) =>
  queryOptions({
    queryKey: ['instruments', 'departments', unitId],
    queryFn: async () => (await api.GET('/api/instruments/departments', { params: { query: { unitId } } })).data!,
  })

export const instrumentsNamed = (unitId: string, search: string) =>
  queryOptions({
    queryKey: ['instruments', 'list', { unitId, search, size: 50, sort: 'nameZh' }],
    queryFn: async () =>
      (await api.GET('/api/instruments', { params: { query: { unitId, search, size: 50, sort: 'nameZh' } } })).data!,
    placeholderData: keepPreviousData,
  })
