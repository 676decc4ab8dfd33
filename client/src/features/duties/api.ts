import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { api, queryClient, type Schema } from '../../api/client.ts'
import { newKey } from '../../api/newKey.ts'
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

export type Exemption = Schema<'ExemptionDetails'>
export type ExemptionRow = Schema<'ExemptionRow'>
export type ExemptionState = Schema<'ExemptionState'>
export type ExemptionReason = Schema<'ExemptionReason'>
export type ExemptedInstrument = Schema<'ExemptedInstrument'>
export type ExemptionFacts = Schema<'ExemptionFacts'>
export type ExemptionQuery = NonNullable<paths['/api/instruments/exemptions']['get']['parameters']['query']>

export const exemptionList = (query: ExemptionQuery) =>
  queryOptions({
    queryKey: ['instruments', 'exemptions', 'list', query],
    queryFn: async () => (await api.GET('/api/instruments/exemptions', { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })

export const exemptionCounts = queryOptions({
  queryKey: ['instruments', 'exemptions', 'counts'],
  queryFn: async () => (await api.GET('/api/instruments/exemptions/counts')).data!,
})

export const exemption = (exemptionId: string) =>
  queryOptions({
    queryKey: ['instruments', 'exemptions', 'one', exemptionId],
    queryFn: async () =>
      (await api.GET('/api/instruments/exemptions/{exemptionId}', { params: { path: { exemptionId } } })).data!,
  })

// A step changes the statement, the lists and the counts of duties: all of them lie below this key.
const refresh = () => queryClient.invalidateQueries({ queryKey: ['instruments'] })

export const useDeclareExemption = () =>
  useMutation({
    mutationFn: async ({ facts, key }: { facts: ExemptionFacts; key: string }) =>
      (
        await api.POST('/api/instruments/exemptions', {
          params: { header: { 'Idempotency-Key': key } },
          body: { facts },
        })
      ).data!,
    onSuccess: refresh,
  })

export const useReviseExemption = (exemptionId: string) =>
  useMutation({
    mutationFn: async (body: Schema<'ReviseExemption'>) =>
      (await api.PUT('/api/instruments/exemptions/{exemptionId}', { params: { path: { exemptionId } }, body })).data!,
    onSuccess: refresh,
  })

const step = (exemptionId: string) => ({
  params: { path: { exemptionId }, header: { 'Idempotency-Key': newKey() } },
})

export const useWithdrawExemption = (exemptionId: string) =>
  useMutation({
    mutationFn: (body: Schema<'WithdrawExemption'>) =>
      api.POST('/api/instruments/exemptions/{exemptionId}/withdraw', { ...step(exemptionId), body }),
    onSuccess: refresh,
  })

export const useReviewExemption = (exemptionId: string) =>
  useMutation({
    mutationFn: (body: Schema<'ReviewExemption'>) =>
      api.POST('/api/instruments/exemptions/{exemptionId}/review', { ...step(exemptionId), body }),
    onSuccess: refresh,
  })

export const useFileExemption = (exemptionId: string) =>
  useMutation({
    mutationFn: (body: Schema<'FileExemption'>) =>
      api.POST('/api/instruments/exemptions/{exemptionId}/file', { ...step(exemptionId), body }),
    onSuccess: refresh,
  })

export const useEndExemption = (exemptionId: string) =>
  useMutation({
    mutationFn: (body: Schema<'EndExemption'>) =>
      api.POST('/api/instruments/exemptions/{exemptionId}/end', { ...step(exemptionId), body }),
    onSuccess: refresh,
  })
