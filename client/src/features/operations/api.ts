import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { api, queryClient, type Schema } from '../../api/client.ts'
import { type Module, modules } from './modules.ts'

export type Mail = Schema<'MailRow'>
export type MailState = Mail['state']
export const mailStates: MailState[] = ['waiting', 'sent', 'dead']

export const mails = (query: { page: number; size: number; search?: string; state?: MailState }) =>
  queryOptions({
    queryKey: ['operations', 'mails', query],
    queryFn: async () => (await api.GET('/api/units/mails', { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })

export const mailServer = queryOptions({
  queryKey: ['operations', 'mail-server'],
  queryFn: async () => (await api.GET('/api/units/mails/server')).data!,
  staleTime: Number.POSITIVE_INFINITY,
})

export const useRetryMail = () =>
  useMutation({
    mutationFn: (mailId: string) => api.POST('/api/units/mails/{mailId}/retry', { params: { path: { mailId } } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['operations', 'mails'] }),
  })

export type Job = Schema<'JobRow'>
export type JobState = Job['state']
export const jobStates: JobState[] = ['waiting', 'running', 'finished', 'failed', 'cancelled']

const goesOn = (state: JobState) => state === 'waiting' || state === 'running'

/** Asked often while something goes on, else seldom. */
export const jobs = (state?: JobState) =>
  queryOptions({
    queryKey: ['operations', 'jobs', state ?? null],
    queryFn: async () => (await api.GET('/api/jobs', { params: { query: { state } } })).data!,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state: { data } }) => (data?.items.some(job => goesOn(job.state)) ? 2000 : 30_000),
  })

const refreshJobs = () => queryClient.invalidateQueries({ queryKey: ['operations', 'jobs'] })

export const useCancelJob = () =>
  useMutation({
    mutationFn: ({ module, id }: Job) =>
      api.POST(`/api/${module as Module}/jobs/{jobId}/cancel`, { params: { path: { jobId: id } } }),
    onSettled: refreshJobs,
  })

export const useRetryJob = () =>
  useMutation({
    mutationFn: ({ module, id }: Job) =>
      api.POST(`/api/${module as Module}/jobs/{jobId}/retry`, { params: { path: { jobId: id } } }),
    onSettled: refreshJobs,
  })

export type DeadLetter = Schema<'DeadLetter'> & { module: Module }

/** News between modules that could not be delivered, of all modules. */
export const deadLetters = queryOptions({
  queryKey: ['operations', 'dead-letters'],
  queryFn: async () => {
    const pages = await Promise.all(
      modules.map(async module => {
        const { data } = await api.GET(`/api/${module}/dead-letters`, { params: { query: { size: 50 } } })
        return data!.items.map((letter): DeadLetter => ({ ...letter, module }))
      }),
    )
    return pages.flat()
  },
})

export const useRedeliver = () =>
  useMutation({
    mutationFn: ({ module, sequence }: DeadLetter) =>
      api.POST(`/api/${module}/dead-letters/{sequence}/redeliver`, { params: { path: { sequence } } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['operations', 'dead-letters'] }),
  })
