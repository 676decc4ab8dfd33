import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { api, queryClient, type Schema } from '../../api/client.ts'

export type Policy = Schema<'PolicyRow'>
export type PolicyChange = Schema<'PolicyChangeRow'>
export type PolicyKind = Schema<'PolicyKind'>
export type Preset = Schema<'PresetRow'>

export const policies = (on?: string) =>
  queryOptions({
    queryKey: ['policies', 'on', on ?? null],
    queryFn: async () => (await api.GET('/api/units/policies', { params: { query: on ? { on } : {} } })).data!,
    placeholderData: keepPreviousData,
  })

export const policyHistory = (key: string) =>
  queryOptions({
    queryKey: ['policies', 'history', key],
    queryFn: async () => (await api.GET('/api/units/policies/{key}/history', { params: { path: { key } } })).data!,
  })

export const presets = queryOptions({
  queryKey: ['policies', 'presets'],
  queryFn: async () => (await api.GET('/api/units/policies/presets')).data!,
  staleTime: Number.POSITIVE_INFINITY,
})

export const thresholdPreview = (thresholdFen: number, on: string, page: number) =>
  queryOptions({
    queryKey: ['policies', 'preview', thresholdFen, on, page],
    queryFn: async () =>
      (
        await api.GET('/api/instruments/duties/threshold-preview', {
          params: { query: { thresholdFen, on, page, size: 10 } },
        })
      ).data!,
    placeholderData: keepPreviousData,
  })

const refresh = () => queryClient.invalidateQueries({ queryKey: ['policies'] })

export const useSetPolicy = (key: string) =>
  useMutation({
    mutationFn: (body: Schema<'SetPolicy'>) =>
      api.POST('/api/units/policies/{key}', { params: { path: { key } }, body }),
    onSuccess: refresh,
  })

export const useWithdrawPolicy = () =>
  useMutation({
    mutationFn: ({ changeId, reason }: { changeId: string; reason: string }) =>
      api.POST('/api/units/policies/changes/{changeId}/withdraw', { params: { path: { changeId } }, body: { reason } }),
    onSuccess: refresh,
  })

export const useAdoptPreset = (preset: string) =>
  useMutation({
    mutationFn: async (body: Schema<'AdoptPreset'>) =>
      (await api.POST('/api/units/policies/presets/{preset}/adopt', { params: { path: { preset } }, body })).data!,
    onSuccess: refresh,
  })
