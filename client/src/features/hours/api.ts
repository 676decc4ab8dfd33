import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { api, queryClient, type Schema } from '../../api/client.ts'
import { problemOf, unreachable } from '../../api/problem.ts'
import type { paths } from '../../api/schema.d.ts'

export type HoursRow = Schema<'HoursRow'>
export type HoursQuery = NonNullable<paths['/api/sharing/hours']['get']['parameters']['query']>
type UnitsQuery = paths['/api/sharing/hours/units']['get']['parameters']['query']

export const firstYear = 2000
export const lastYear = () => new Date().getFullYear() - 1
export const years = () => Array.from({ length: lastYear() + 2 - firstYear }, (_, i) => String(lastYear() + 1 - i))

export const hoursTable = (query: HoursQuery) =>
  queryOptions({
    queryKey: ['hours', 'table', query],
    queryFn: async () => (await api.GET('/api/sharing/hours', { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })

export const hoursUnits = (query: UnitsQuery) =>
  queryOptions({
    queryKey: ['hours', 'units', query],
    queryFn: async () => (await api.GET('/api/sharing/hours/units', { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })

const refresh = () => queryClient.invalidateQueries({ queryKey: ['hours'] })

export const useDeclareHours = () =>
  useMutation({
    mutationFn: async (body: Schema<'DeclareHours'>) => (await api.POST('/api/sharing/hours', { body })).data!,
    onSuccess: refresh,
  })

export const usePreviewHoursImport = () =>
  useMutation({
    mutationFn: (parts: { file: File; year: string }) => send<Schema<'HoursImportPreview'>>('/preview', parts),
  })

export const useImportHours = () =>
  useMutation({
    mutationFn: (parts: { file: File; year: string; fingerprint: string }) => send<Schema<'ImportedHours'>>('', parts),
    onSuccess: refresh,
  })

async function send<Answer>(path: string, parts: Record<string, File | string>): Promise<Answer> {
  const form = new FormData()
  for (const [name, part] of Object.entries(parts)) form.append(name, part)
  const response = await fetch(`${window.location.origin}/api/sharing/hours/import${path}`, {
    method: 'POST',
    body: form,
  }).catch(reason => Promise.reject(unreachable(reason)))
  if (!response.ok) throw await problemOf(response)
  return response.json()
}
