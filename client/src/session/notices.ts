import { keepPreviousData, queryOptions, useMutation, useQuery } from '@tanstack/react-query'
import { api, queryClient, type Schema } from '../api/client.ts'

export type Notice = Schema<'NoticeRow'>

/** The number on the bell: asked once a minute while the page is looked at. */
const unread = queryOptions({
  queryKey: ['session', 'notices', 'unread'],
  queryFn: async () => (await api.GET('/api/units/account/notices/unread')).data!.unread,
  refetchInterval: 60_000,
  staleTime: 30_000,
})

export const useUnread = () => useQuery(unread).data ?? 0

export const noticeList = (query: { page: number; size: number; unread?: boolean }) =>
  queryOptions({
    queryKey: ['session', 'notices', 'list', query],
    queryFn: async () => (await api.GET('/api/units/account/notices', { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })

const refresh = () => queryClient.invalidateQueries({ queryKey: ['session', 'notices'] })

export const useReadNotice = () =>
  useMutation({
    mutationFn: (noticeId: string) =>
      api.POST('/api/units/account/notices/{noticeId}/read', { params: { path: { noticeId } } }),
    onSuccess: refresh,
  })

export const useReadAllNotices = () =>
  useMutation({
    mutationFn: (upTo: string) => api.POST('/api/units/account/notices/read', { body: { upTo } }),
    onSuccess: refresh,
  })

const choices = queryOptions({
  queryKey: ['session', 'notice-choices'],
  queryFn: async () => (await api.GET('/api/units/account/notice-choices')).data!,
})

export const useNoticeChoices = () => useQuery(choices)

export const useSetNoticeChoices = () =>
  useMutation({
    mutationFn: async (body: Schema<'SetNoticeChoices'>) =>
      (await api.PUT('/api/units/account/notice-choices', { body })).data!,
    onSuccess: saved => queryClient.setQueryData(choices.queryKey, saved),
  })
