import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { api, queryClient, type Schema } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'

type UnitQuery = paths['/api/units/managing-units']['get']['parameters']['query']

export const managingUnitList = (query: UnitQuery) =>
  queryOptions({
    queryKey: ['units', 'managing-units', query],
    queryFn: async () => (await api.GET('/api/units/managing-units', { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })

export const managingUnit = (unitId: string) =>
  queryOptions({
    queryKey: ['units', 'managing-units', unitId],
    queryFn: async () => (await api.GET('/api/units/managing-units/{unitId}', { params: { path: { unitId } } })).data!,
  })

export const organisationTree = queryOptions({
  queryKey: ['units', 'organisations'],
  queryFn: async () => (await api.GET('/api/units/organisations')).data!,
})

export const regions = queryOptions({
  queryKey: ['units', 'regions'],
  queryFn: async () => (await api.GET('/api/units/regions')).data!,
  staleTime: Number.POSITIVE_INFINITY,
})

const refresh = () => queryClient.invalidateQueries({ queryKey: ['units'] })

export const useRegisterManagingUnit = () =>
  useMutation({
    mutationFn: async (body: Schema<'RegisterManagingUnit'>) =>
      (await api.POST('/api/units/managing-units', { body })).data!,
    onSuccess: refresh,
  })

export const useEditManagingUnit = (unitId: string) =>
  useMutation({
    mutationFn: (body: Schema<'EditManagingUnit'>) =>
      api.PUT('/api/units/managing-units/{unitId}', { params: { path: { unitId } }, body }),
    onSuccess: refresh,
  })

export const useRegisterOrganisation = () =>
  useMutation({
    mutationFn: (body: Schema<'RegisterOrganisation'>) => api.POST('/api/units/organisations', { body }),
    onSuccess: refresh,
  })

export const useEditOrganisation = (organisationId: string) =>
  useMutation({
    mutationFn: (body: Schema<'EditOrganisation'>) =>
      api.PUT('/api/units/organisations/{organisationId}', { params: { path: { organisationId } }, body }),
    onSuccess: refresh,
  })
