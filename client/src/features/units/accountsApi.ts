import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { api, queryClient, type Schema } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'

type AccountQuery = NonNullable<paths['/api/units/accounts']['get']['parameters']['query']>

export const accountList = (query: AccountQuery) =>
  queryOptions({
    queryKey: ['units', 'accounts', query],
    queryFn: async () => (await api.GET('/api/units/accounts', { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })

export const account = (id: string) =>
  queryOptions({
    queryKey: ['units', 'accounts', id],
    queryFn: async () => (await api.GET('/api/units/accounts/{id}', { params: { path: { id } } })).data!,
  })

export const roleList = queryOptions({
  queryKey: ['units', 'roles'],
  queryFn: async () => (await api.GET('/api/units/roles')).data!,
  staleTime: Number.POSITIVE_INFINITY,
})

const refresh = () => queryClient.invalidateQueries({ queryKey: ['units', 'accounts'] })

export const useCreateAccount = () =>
  useMutation({
    mutationFn: async (body: Schema<'CreateAccount'>) => (await api.POST('/api/units/accounts', { body })).data!,
    onSuccess: refresh,
  })

export const useEditAccount = (id: string) =>
  useMutation({
    mutationFn: (body: Schema<'EditAccount'>) =>
      api.PUT('/api/units/accounts/{id}', { params: { path: { id } }, body }),
    onSuccess: refresh,
  })

/** Disable, enable, end sessions: commands on one account that need no words. */
export const useAccountCommand = (id: string, command: 'disable' | 'enable' | 'end-sessions') =>
  useMutation({
    mutationFn: () => api.POST(`/api/units/accounts/{id}/${command}`, { params: { path: { id } } }),
    onSuccess: refresh,
  })

export const useResetPassword = (id: string) =>
  useMutation({
    mutationFn: async () =>
      (await api.POST('/api/units/accounts/{id}/reset-password', { params: { path: { id } } })).data!,
    onSuccess: refresh,
  })
