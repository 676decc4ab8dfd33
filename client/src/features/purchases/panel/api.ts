import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { api, queryClient, type Schema } from '../../../api/client.ts'
import { newKey } from '../../../api/newKey.ts'
import { problemOf, unreachable } from '../../../api/problem.ts'

export type Round = Schema<'RoundDetails'>
export type RoundRow = Schema<'RoundRow'>
export type RoundCase = Schema<'RoundCase'>
export type RoundFacts = Schema<'RoundFacts'>
export type Expert = Schema<'ExpertRow'>
export type Seat = Schema<'Seat'>
export type Outcome = Schema<'Outcome'>

export const seats: Seat[] = ['finance', 'science', 'education', 'field']
export const outcomes: Outcome[] = ['passed', 'adjusted', 'rejected']

export const roundList = (query: { page: number; size: number }) =>
  queryOptions({
    queryKey: ['purchases', 'rounds', query],
    queryFn: async () => (await api.GET('/api/purchase-review/rounds', { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })

export const oneRound = (roundId: string) =>
  queryOptions({
    queryKey: ['purchases', 'round', roundId],
    queryFn: async () =>
      (await api.GET('/api/purchase-review/rounds/{roundId}', { params: { path: { roundId } } })).data!,
  })

/** Who may sit, and what stands in their way in a round's cases. */
export const expertList = (roundId?: string) =>
  queryOptions({
    queryKey: ['purchases', 'experts', roundId ?? null],
    queryFn: async () =>
      (await api.GET('/api/purchase-review/experts', { params: { query: roundId ? { roundId } : {} } })).data!,
  })

const refresh = () => queryClient.invalidateQueries({ queryKey: ['purchases'] })

export const useCreateRound = () =>
  useMutation({
    mutationFn: async ({ facts, key }: { facts: RoundFacts; key: string }) =>
      (
        await api.POST('/api/purchase-review/rounds', {
          params: { header: { 'Idempotency-Key': key } },
          body: { facts },
        })
      ).data!,
    onSuccess: refresh,
  })

export const useEditRound = (roundId: string) =>
  useMutation({
    mutationFn: async (body: Schema<'EditRound'>) =>
      (await api.PUT('/api/purchase-review/rounds/{roundId}', { params: { path: { roundId } }, body })).data!,
    onSuccess: refresh,
  })

/** convene: the panel begins, each alone; discussion: opinions lie open. */
export const useStepRound = (roundId: string, step: 'convene' | 'discussion') =>
  useMutation({
    mutationFn: (version: number) =>
      api.POST(`/api/purchase-review/rounds/{roundId}/${step}`, {
        params: { path: { roundId }, header: { 'Idempotency-Key': newKey() } },
        body: { version },
      }),
    onSuccess: refresh,
  })

/** Others join a panel at work. */
export const useAppoint = (roundId: string) =>
  useMutation({
    mutationFn: (body: Schema<'AppointMembers'>) =>
      api.POST('/api/purchase-review/rounds/{roundId}/members', {
        params: { path: { roundId }, header: { 'Idempotency-Key': newKey() } },
        body,
      }),
    onSuccess: refresh,
  })

export const useEnterExpert = (accountId: string) =>
  useMutation({
    mutationFn: (body: Schema<'EnterExpert'>) =>
      api.PUT('/api/purchase-review/experts/{accountId}', { params: { path: { accountId } }, body }),
    onSuccess: refresh,
  })

const path = (caseId: string) => ({ params: { path: { caseId } } })
const once = (caseId: string) => ({ params: { path: { caseId }, header: { 'Idempotency-Key': newKey() } } })

export const useDeclare = (caseId: string) =>
  useMutation({
    mutationFn: (body: Schema<'DeclareConflict'>) =>
      api.POST('/api/purchase-review/cases/{caseId}/declaration', { ...path(caseId), body }),
    onSuccess: refresh,
  })

export const useGiveOpinion = (caseId: string) =>
  useMutation({
    mutationFn: (body: Schema<'GiveOpinion'>) =>
      api.PUT('/api/purchase-review/cases/{caseId}/my-opinion', { ...path(caseId), body }),
    onSuccess: refresh,
  })

export const useCastVote = (caseId: string) =>
  useMutation({
    mutationFn: (body: Schema<'CastVote'>) =>
      api.PUT('/api/purchase-review/cases/{caseId}/my-vote', { ...path(caseId), body }),
    onSuccess: refresh,
  })

export const useDecide = (caseId: string) =>
  useMutation({
    mutationFn: (body: Schema<'DecideCase'>) =>
      api.POST('/api/purchase-review/cases/{caseId}/decision', { ...once(caseId), body }),
    onSuccess: refresh,
  })

export const useObject = (caseId: string) =>
  useMutation({
    mutationFn: (body: Schema<'ObjectToDecision'>) =>
      api.POST('/api/purchase-review/cases/{caseId}/objection', { ...once(caseId), body }),
    onSuccess: refresh,
  })

export const useAnswerObjection = (caseId: string) =>
  useMutation({
    mutationFn: (body: Schema<'AnswerObjection'>) =>
      api.POST('/api/purchase-review/cases/{caseId}/objection/answer', { ...once(caseId), body }),
    onSuccess: refresh,
  })

export type Expectation = Schema<'ExpectationRow'>

export const expectationList = (query: { state?: string; page: number; size: number }) =>
  queryOptions({
    queryKey: ['purchases', 'expectations', query],
    queryFn: async () => (await api.GET('/api/purchase-review/expectations', { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })

export const useEndExpectation = (expectationId: string) =>
  useMutation({
    mutationFn: (body: Schema<'EndExpectation'>) =>
      api.POST('/api/purchase-review/expectations/{expectationId}/end', { params: { path: { expectationId } }, body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['purchases'] }),
  })

export const useResumeExpectation = (expectationId: string) =>
  useMutation({
    mutationFn: (body: Schema<'ResumeExpectation'>) =>
      api.POST('/api/purchase-review/expectations/{expectationId}/resume', {
        params: { path: { expectationId } },
        body,
      }),
    onSuccess: refresh,
  })

/** A unit's list of wishes, as drafts of an annual round. */
export const useImportWishes = (roundId: string) =>
  useMutation({
    mutationFn: async (file: File): Promise<Schema<'ImportedWish'>[]> => {
      const form = new FormData()
      form.append('file', file)
      const address = `${window.location.origin}/api/purchase-review/rounds/${roundId}/wishes`
      const answer = await fetch(address, { method: 'POST', body: form }).catch(reason =>
        Promise.reject(unreachable(reason)),
      )
      if (!answer.ok) throw await problemOf(answer)
      return answer.json()
    },
    onSuccess: refresh,
  })
