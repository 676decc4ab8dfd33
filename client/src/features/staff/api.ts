import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { api, queryClient, type Schema } from '../../api/client.ts'
import { problemOf, unreachable } from '../../api/problem.ts'
import type { paths } from '../../api/schema.d.ts'

export type StaffQuery = NonNullable<paths['/api/units/staff']['get']['parameters']['query']>
type SummaryQuery = paths['/api/units/staff/summary']['get']['parameters']['query']

export const educations: Schema<'Education'>[] = ['doctor', 'master', 'bachelor', 'college', 'secondary']
export const titleLevels: Schema<'TitleLevel'>[] = ['full', 'associate', 'intermediate', 'junior', 'none']
export const trainingKinds: Schema<'TrainingKind'>[] = ['training', 'exchange', 'qualification']

export const templateAddress = '/api/units/staff/template'

export const staffList = (query: StaffQuery) =>
  queryOptions({
    queryKey: ['staff', 'list', query],
    queryFn: async () => (await api.GET('/api/units/staff', { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })

export const staffSummary = (query: SummaryQuery) =>
  queryOptions({
    queryKey: ['staff', 'summary', query],
    queryFn: async () => (await api.GET('/api/units/staff/summary', { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })

export const staffMember = (memberId: string) =>
  queryOptions({
    queryKey: ['staff', 'one', memberId],
    queryFn: async () => (await api.GET('/api/units/staff/{memberId}', { params: { path: { memberId } } })).data!,
  })

const refresh = () => queryClient.invalidateQueries({ queryKey: ['staff'] })

export const useEnterStaffMember = () =>
  useMutation({
    mutationFn: async (facts: Schema<'StaffFacts'>) => (await api.POST('/api/units/staff', { body: { facts } })).data!,
    onSuccess: refresh,
  })

export const useEditStaffMember = (memberId: string) =>
  useMutation({
    mutationFn: (body: Schema<'EditStaffMember'>) =>
      api.PUT('/api/units/staff/{memberId}', { params: { path: { memberId } }, body }),
    onSuccess: refresh,
  })

export const useRemoveStaffMember = (memberId: string) =>
  useMutation({
    mutationFn: () => api.DELETE('/api/units/staff/{memberId}', { params: { path: { memberId } } }),
    // Not the one that is gone: its page is still open for a moment.
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['staff', 'list'] }),
  })

export const useRecordTraining = (memberId: string) =>
  useMutation({
    mutationFn: (body: Schema<'RecordTraining'>) =>
      api.POST('/api/units/staff/{memberId}/trainings', { params: { path: { memberId } }, body }),
    onSuccess: refresh,
  })

export const useRemoveTraining = (memberId: string) =>
  useMutation({
    mutationFn: (trainingId: string) =>
      api.DELETE('/api/units/staff/{memberId}/trainings/{trainingId}', { params: { path: { memberId, trainingId } } }),
    onSuccess: refresh,
  })

export const usePreviewStaffImport = () =>
  useMutation({ mutationFn: (file: File) => send<Schema<'StaffImportPreview'>>('/import/preview', { file }) })

export const useImportStaff = () =>
  useMutation({
    mutationFn: (parts: { file: File; fingerprint: string }) => send<Schema<'ImportedStaff'>>('/import', parts),
    onSuccess: refresh,
  })

async function send<Answer>(path: string, parts: Record<string, File | string>): Promise<Answer> {
  const form = new FormData()
  for (const [name, part] of Object.entries(parts)) form.append(name, part)
  const response = await fetch(`${window.location.origin}/api/units/staff${path}`, {
    method: 'POST',
    body: form,
  }).catch(reason => Promise.reject(unreachable(reason)))
  if (!response.ok) throw await problemOf(response)
  return response.json()
}
