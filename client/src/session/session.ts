import { queryOptions, useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { api, queryClient, type Schema } from '../api/client.ts'

export type Account = Schema<'SignedInAccount'>

export const session = queryOptions({
  queryKey: ['session'],
  queryFn: async () => (await api.GET('/api/units/session')).data!,
  staleTime: Number.POSITIVE_INFINITY,
})

/** The person at the screen. Pages behind the sign-in are only shown when there is one. */
export function useAccount(): Account {
  return useSuspenseQuery(session).data.account!
}

/** May this person do it at all; which rows, the server decides. */
export function can(permission: string): boolean {
  return queryClient.getQueryData(session.queryKey)?.account?.permissions.includes(permission) ?? false
}

export async function signOut() {
  await api.DELETE('/api/units/session')
  window.location.assign('/')
}

export const useChangePassword = () =>
  useMutation({
    mutationFn: (body: Schema<'ChangePassword'>) => api.PUT('/api/units/account/password', { body }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: session.queryKey }),
  })

const sessionList = queryOptions({
  queryKey: ['session', 'list'],
  queryFn: async () => (await api.GET('/api/units/account/sessions')).data!,
})

export const useSessions = () => useQuery(sessionList)

export const useEndSession = () =>
  useMutation({
    mutationFn: (sessionId: string) =>
      api.DELETE('/api/units/account/sessions/{sessionId}', { params: { path: { sessionId } } }),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: sessionList.queryKey }),
  })

const totp = queryOptions({
  queryKey: ['session', 'totp'],
  queryFn: async () => (await api.GET('/api/units/account/totp')).data!,
})

export const useTotp = () => useQuery(totp)

// What may be done depends on it, so the session is asked for again too.
const refreshSession = () => queryClient.invalidateQueries({ queryKey: session.queryKey })

export const useStartTotp = () =>
  useMutation({
    mutationFn: async (body: Schema<'StartTotp'>) => (await api.POST('/api/units/account/totp', { body })).data!,
  })

export const useConfirmTotp = () =>
  useMutation({
    mutationFn: async (body: Schema<'ConfirmTotp'>) =>
      (await api.POST('/api/units/account/totp/confirm', { body })).data!,
    onSuccess: refreshSession,
  })

export const useRemoveTotp = () =>
  useMutation({
    mutationFn: (body: Schema<'RemoveTotp'>) => api.POST('/api/units/account/totp/remove', { body }),
    onSuccess: refreshSession,
  })
