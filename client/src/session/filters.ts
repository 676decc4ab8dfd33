import { queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { api, queryClient, type Schema } from '../api/client.ts'

export type SavedFilter = Schema<'SavedFilterRow'>

export const savedFilters = (list: string) =>
  queryOptions({
    queryKey: ['session', 'filters', list],
    queryFn: async () => (await api.GET('/api/units/account/filters', { params: { query: { list } } })).data!,
    staleTime: 60_000,
  })

export const useSavedFilters = (list: string) => useQuery(savedFilters(list))

const refresh = (list: string) => queryClient.invalidateQueries({ queryKey: savedFilters(list).queryKey })

export const useSaveFilter = (list: string) =>
  useMutation({
    mutationFn: (body: Omit<Schema<'SaveFilter'>, 'list'>) =>
      api.POST('/api/units/account/filters', { body: { list, ...body } }),
    onSuccess: () => refresh(list),
  })

export const useDeleteFilter = (list: string) =>
  useMutation({
    mutationFn: (filterId: string) =>
      api.DELETE('/api/units/account/filters/{filterId}', { params: { path: { filterId } } }),
    onSuccess: () => refresh(list),
  })
