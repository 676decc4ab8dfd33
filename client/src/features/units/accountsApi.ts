import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { api, queryClient, type Schema } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'

type AccountQuery = paths['/api/units/accounts']['get']['parameters']['query']

export const accountList = (query: AccountQuery) =>
  queryOptions({
    queryKey: ['units', 'accounts', query],
    queryFn: async () => (await api.GET('/api/units/accounts', { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })

export const roleList = queryOptions({
  queryKey: ['units', 'roles'],
  queryFn: async () => (await api.GET('/api/units/roles')).data!,
  staleTime: Number.POSITIVE_INFINITY,
})

const refresh = () => queryClient.invalidateQueries({ queryKey: ['units', 'accounts'] })

export const useCreateAccount = () =>
  useMutation({
    mutationFn: (body: Schema<'CreateAccount'>) => api.POST('/api/units/accounts', { body }),
    onSuccess: refresh,
  })

export const useInviteAccounts = () =>
  useMutation({
    mutationFn: async ({ key, ...body }: Schema<'InviteAccounts'> & { key: string }) =>
      (await api.POST('/api/units/accounts/invite', { params: { header: { 'Idempotency-Key': key } }, body })).data!,
    onSuccess: refresh,
  })

export const useEditAccount = (accountId: string) =>
  useMutation({
    mutationFn: (body: Schema<'EditAccount'>) =>
      api.PUT('/api/units/accounts/{accountId}', { params: { path: { accountId } }, body }),
    onSuccess: refresh,
  })

export const useResetPassword = (accountId: string) =>
  useMutation({
    mutationFn: (newPassword: string) =>
      api.POST('/api/units/accounts/{accountId}/reset-password', {
        params: { path: { accountId } },
        body: { newPassword },
      }),
    onSuccess: refresh,
  })

export const useRemoveTotpOfAccount = (accountId: string) =>
  useMutation({
    mutationFn: () => api.POST('/api/units/accounts/{accountId}/remove-totp', { params: { path: { accountId } } }),
    onSuccess: refresh,
  })

export const useEndSessionsOfAccount = (accountId: string) =>
  useMutation({
    mutationFn: async () =>
      (await api.POST('/api/units/accounts/{accountId}/end-sessions', { params: { path: { accountId } } })).data!,
    onSuccess: refresh,
  })
