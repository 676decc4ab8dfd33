import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'

export const auditedModules = ['instruments', 'units'] as const
export type AuditedModule = (typeof auditedModules)[number]

type AuditQuery = paths['/api/units/audit']['get']['parameters']['query']

export const auditTrail = (module: AuditedModule, query: AuditQuery) =>
  queryOptions({
    queryKey: [module, 'audit', query],
    queryFn: async () => (await api.GET(`/api/${module}/audit`, { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })
