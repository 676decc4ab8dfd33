import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { api, queryClient, type Schema } from '../../../api/client.ts'
import { newKey } from '../../../api/newKey.ts'
import { problemOf, unreachable } from '../../../api/problem.ts'
import type { paths } from '../../../api/schema.d.ts'

export type Case = Schema<'CaseDetails'>
export type CaseRow = Schema<'CaseRow'>
export type CaseState = Schema<'CaseState'>
export type CaseFacts = Schema<'CaseFacts'>
export type WishFacts = Schema<'WishFacts'>
export type WishDetails = Schema<'WishDetails'>
export type CaseFile = Schema<'CaseFileRow'>
export type CaseQuery = NonNullable<paths['/api/purchase-review/cases']['get']['parameters']['query']>

export const caseList = (query: CaseQuery) =>
  queryOptions({
    queryKey: ['purchases', 'list', query],
    queryFn: async () => (await api.GET('/api/purchase-review/cases', { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })

export const caseCounts = queryOptions({
  queryKey: ['purchases', 'counts'],
  queryFn: async () => (await api.GET('/api/purchase-review/cases/counts')).data!,
})

export const oneCase = (caseId: string) =>
  queryOptions({
    queryKey: ['purchases', 'one', caseId],
    queryFn: async () => (await api.GET('/api/purchase-review/cases/{caseId}', { params: { path: { caseId } } })).data!,
  })

/** Frozen with the case: asked for once. */
export const wishCheck = (caseId: string, wishId: string) =>
  queryOptions({
    queryKey: ['purchases', 'check', caseId, wishId],
    queryFn: async () =>
      (
        await api.GET('/api/purchase-review/cases/{caseId}/wishes/{wishId}/check', {
          params: { path: { caseId, wishId } },
        })
      ).data!,
  })

const refresh = () => queryClient.invalidateQueries({ queryKey: ['purchases'] })

export const useDraftCase = () =>
  useMutation({
    mutationFn: async ({ facts, key }: { facts: CaseFacts; key: string }) =>
      (
        await api.POST('/api/purchase-review/cases', {
          params: { header: { 'Idempotency-Key': key } },
          body: { facts },
        })
      ).data!,
    onSuccess: refresh,
  })

export const useEditCase = (caseId: string) =>
  useMutation({
    mutationFn: async (body: Schema<'EditCase'>) =>
      (await api.PUT('/api/purchase-review/cases/{caseId}', { params: { path: { caseId } }, body })).data!,
    onSuccess: refresh,
  })

export const useDeleteCase = (caseId: string) =>
  useMutation({
    mutationFn: (version: number) =>
      api.DELETE('/api/purchase-review/cases/{caseId}', { params: { path: { caseId }, query: { version } } }),
    onSuccess: refresh,
  })

const step = (caseId: string) => ({ params: { path: { caseId }, header: { 'Idempotency-Key': newKey() } } })

export const useSubmitCase = (caseId: string) =>
  useMutation({
    mutationFn: (version: number) =>
      api.POST('/api/purchase-review/cases/{caseId}/submit', { ...step(caseId), body: { version } }),
    onSuccess: refresh,
  })

export const useWithdrawCase = (caseId: string) =>
  useMutation({
    mutationFn: (body: Schema<'WithdrawCase'>) =>
      api.POST('/api/purchase-review/cases/{caseId}/withdraw', { ...step(caseId), body }),
    onSuccess: refresh,
  })

export type ReviewStep = 'unit-review' | 'supervisor-review' | 'completeness'

/** The three tiers' answers are alike: on with it, or back with remarks. */
export const useReviewCase = (caseId: string, at: ReviewStep) =>
  useMutation({
    mutationFn: (body: Schema<'ReviewCaseInUnit'>) =>
      api.POST(`/api/purchase-review/cases/{caseId}/${at}`, { ...step(caseId), body }),
    onSuccess: refresh,
  })

/** Many at once; each is answered by itself. */
export const usePassCases = (at: ReviewStep) =>
  useMutation({
    mutationFn: async (cases: CaseRow[]) =>
      (
        await api.POST(`/api/purchase-review/cases/${at}`, {
          params: { header: { 'Idempotency-Key': newKey() } },
          body: { cases: cases.map(({ id, version }) => ({ id, version })) },
        })
      ).data!,
    onSuccess: refresh,
  })

export const useEditOpinion = (caseId: string, wishId: string) =>
  useMutation({
    mutationFn: (body: Schema<'EditOpinion'>) =>
      api.PUT('/api/purchase-review/cases/{caseId}/wishes/{wishId}/opinion', {
        params: { path: { caseId, wishId } },
        body,
      }),
    onSuccess: refresh,
  })

export const fileAddress = (caseId: string, id: string) => `/api/purchase-review/cases/${caseId}/files/${id}`

export const useAddFiles = (caseId: string) =>
  useMutation({
    async mutationFn(files: readonly File[]) {
      for (const file of files) {
        const form = new FormData()
        form.append('file', file)
        const address = `${window.location.origin}/api/purchase-review/cases/${caseId}/files`
        const answer = await fetch(address, { method: 'POST', body: form }).catch(reason =>
          Promise.reject(unreachable(reason)),
        )
        if (!answer.ok) throw await problemOf(answer)
      }
    },
    onSettled: refresh,
  })

export const useRemoveFile = (caseId: string) =>
  useMutation({
    mutationFn: (fileId: string) =>
      api.DELETE('/api/purchase-review/cases/{caseId}/files/{fileId}', { params: { path: { caseId, fileId } } }),
    onSettled: refresh,
  })
