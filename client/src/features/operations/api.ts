import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { api, queryClient, type Schema } from '../../api/client.ts'

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
