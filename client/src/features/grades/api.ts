import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { api, queryClient, type Schema } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'

export type Grade = Schema<'GradeRow'>
export type GradeFacts = Schema<'GradeFacts'>
export type GradeQuery = NonNullable<paths['/api/evaluation/grades']['get']['parameters']['query']>

export const grades: Grade['grade'][] = ['excellent', 'good', 'qualified', 'unqualified']
export const standings: Grade['standing'][] = ['counts', 'rectifying', 'overdue', 'withdrawn']

export const gradeList = (query: GradeQuery) =>
  queryOptions({
    queryKey: ['grades', query],
    queryFn: async () => (await api.GET('/api/evaluation/grades', { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })

export const unitChoice = (search: string) =>
  queryOptions({
    queryKey: ['units', 'choice', search],
    queryFn: async () =>
      (await api.GET('/api/units/managing-units', { params: { query: { search, size: 20 } } })).data!.items,
    placeholderData: keepPreviousData,
  })

const refresh = () => queryClient.invalidateQueries({ queryKey: ['grades'] })

export const useEnterGrade = () =>
  useMutation({
    mutationFn: ({ key, ...body }: Schema<'EnterGrade'> & { key: string }) =>
      api.POST('/api/evaluation/grades', { params: { header: { 'Idempotency-Key': key } }, body }),
    onSuccess: refresh,
  })

export const useCorrectGrade = (gradeId: string) =>
  useMutation({
    mutationFn: (body: Schema<'CorrectGrade'>) =>
      api.PUT('/api/evaluation/grades/{gradeId}', { params: { path: { gradeId } }, body }),
    onSuccess: refresh,
  })

export const useAcceptRectification = (gradeId: string) =>
  useMutation({
    mutationFn: (body: Schema<'AcceptRectification'>) =>
      api.POST('/api/evaluation/grades/{gradeId}/rectification', { params: { path: { gradeId } }, body }),
    onSuccess: refresh,
  })

export const useWithdrawGrade = (gradeId: string) =>
  useMutation({
    mutationFn: (body: Schema<'WithdrawGrade'>) =>
      api.POST('/api/evaluation/grades/{gradeId}/withdraw', { params: { path: { gradeId } }, body }),
    onSuccess: refresh,
  })
