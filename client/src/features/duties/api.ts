import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { api, type Schema } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'

export type DutyRow = Schema<'DutyRow'>
export type DutyState = Schema<'DutyState'>
export type DutyOverview = Schema<'DutyOverview'>
export type DutyGroup = Schema<'DutyGroup'>
export type DutyQuery = NonNullable<paths['/api/instruments/duties']['get']['parameters']['query']>

export const dutyList = (query: DutyQuery) =>
  queryOptions({
    queryKey: ['instruments', 'duties', 'list', query],
    queryFn: async () => (await api.GET('/api/instruments/duties', { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })

/** How my subtree stands: by department, or by the units of one. */
export const dutyCounts = (supervisorId?: string) =>
  queryOptions({
    queryKey: ['instruments', 'duties', 'counts', supervisorId ?? null],
    queryFn: async () =>
      (await api.GET('/api/instruments/duties/counts', { params: { query: supervisorId ? { supervisorId } : {} } }))
        .data!,
    placeholderData: keepPreviousData,
  })
