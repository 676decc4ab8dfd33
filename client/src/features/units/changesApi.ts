import { queryOptions, useMutation } from '@tanstack/react-query'
import { api, queryClient, type Schema } from '../../api/client.ts'

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
