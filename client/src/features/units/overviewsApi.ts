import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { api, queryClient, type Schema } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'

export type OverviewQuery = NonNullable<paths['/api/units/overviews']['get']['parameters']['query']>

export const overviewsOf = (unitId: string) =>
  queryOptions({
    queryKey: ['units', 'overviews', 'of', unitId],
    queryFn: async () =>
      (await api.GET('/api/units/managing-units/{unitId}/overviews', { params: { path: { unitId } } })).data!,
  })

export const overviewList = (query: OverviewQuery) =>
  queryOptions({
    queryKey: ['units', 'overviews', 'list', query],
    queryFn: async () => (await api.GET('/api/units/overviews', { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })

export const useFillUnitOverview = (unitId: string, year: number) =>
  useMutation({
    mutationFn: (body: Schema<'FillUnitOverview'>) =>
      api.PUT('/api/units/managing-units/{unitId}/overviews/{year}', { params: { path: { unitId, year } }, body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['units', 'overviews'] }),
  })
