import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { api, queryClient, type Schema } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'

type IntegrityQuery = paths['/api/units/integrity-records']['get']['parameters']['query']

export const integrityList = (query: IntegrityQuery) =>
  queryOptions({
    queryKey: ['units', 'integrity', query],
    queryFn: async () => (await api.GET('/api/units/integrity-records', { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })

export const affiliationsOf = (unitId: string) =>
  queryOptions({
    queryKey: ['units', 'affiliations', unitId],
    queryFn: async () => (await api.GET('/api/units/affiliations', { params: { query: { unitId, size: 200 } } })).data!,
  })

const refreshIntegrity = () => queryClient.invalidateQueries({ queryKey: ['units', 'integrity'] })
const refreshAffiliations = () => queryClient.invalidateQueries({ queryKey: ['units', 'affiliations'] })

export const useOpenIntegrityRecord = () =>
  useMutation({
    mutationFn: (body: Schema<'OpenIntegrityRecord'>) => api.POST('/api/units/integrity-records', { body }),
    onSuccess: refreshIntegrity,
  })

export const useEndIntegrityRecord = (recordId: string) =>
  useMutation({
    mutationFn: (body: Schema<'EndIntegrityRecord'>) =>
      api.POST('/api/units/integrity-records/{recordId}/end', { params: { path: { recordId } }, body }),
    onSuccess: refreshIntegrity,
  })

export const useDeclareAffiliation = () =>
  useMutation({
    mutationFn: (body: Schema<'DeclareAffiliation'>) => api.POST('/api/units/affiliations', { body }),
    onSuccess: refreshAffiliations,
  })

export const useEndAffiliation = (affiliationId: string) =>
  useMutation({
    mutationFn: (body: Schema<'EndAffiliation'>) =>
      api.POST('/api/units/affiliations/{affiliationId}/end', { params: { path: { affiliationId } }, body }),
    onSuccess: refreshAffiliations,
  })

export const integrityMatters: Schema<'IntegrityMatter'>[] = [
  'falseReporting',
  'notReporting',
  'notOpening',
  'notRectified',
  'other',
]
export const affiliationKinds: Schema<'AffiliationKind'>[] = [
  'parent',
  'shareholding',
  'sameFounder',
  'jointlyBuilt',
  'other',
]
