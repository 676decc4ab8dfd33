import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { api, queryClient, type Schema } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'

export const auditedModules = ['instruments', 'units', 'sharing', 'census', 'evaluation', 'purchase-review'] as const
export type AuditedModule = (typeof auditedModules)[number]
export type AuditLine = Schema<'AuditRow'>
export type Verification = Schema<'AuditVerificationState'>

export type AuditQuery = NonNullable<paths['/api/units/audit']['get']['parameters']['query']>

export const auditTrail = (module: AuditedModule, query: AuditQuery) =>
  queryOptions({
    queryKey: ['audit', module, query],
    queryFn: async () => (await api.GET(`/api/${module}/audit`, { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })

/** The names of an instrument's fields, by key. */
export const fieldNames = queryOptions({
  queryKey: ['audit', 'field-names'],
  queryFn: async () => (await api.GET('/api/instruments/fields')).data!.fields,
  staleTime: Number.POSITIVE_INFINITY,
})

const isRunning = (verification: Verification | null | undefined) =>
  verification?.state === 'waiting' || verification?.state === 'running'

export const verification = (module: AuditedModule) =>
  queryOptions({
    queryKey: ['audit', 'verification', module],
    queryFn: async () => (await api.GET(`/api/${module}/audit/verification`)).data!.latest,
    refetchInterval: ({ state: { data } }) => (isRunning(data) ? 1000 : false),
  })

export const useVerify = (module: AuditedModule) =>
  useMutation({
    mutationFn: async () => (await api.POST(`/api/${module}/audit/verification`)).data!,
    onSuccess: started => queryClient.setQueryData(verification(module).queryKey, started),
  })
