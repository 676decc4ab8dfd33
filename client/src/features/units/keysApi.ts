import { keepPreviousData, queryOptions, useMutation } from '@tanstack/react-query'
import { api, queryClient, type Schema } from '../../api/client.ts'
import type { paths } from '../../api/schema.d.ts'

type KeyQuery = paths['/api/units/machine-keys']['get']['parameters']['query']

export const machineKeyList = (query: KeyQuery) =>
  queryOptions({
    queryKey: ['units', 'machine-keys', query],
    queryFn: async () => (await api.GET('/api/units/machine-keys', { params: { query } })).data!,
    placeholderData: keepPreviousData,
  })

const refresh = () => queryClient.invalidateQueries({ queryKey: ['units', 'machine-keys'] })

export const useCreateMachineKey = () =>
  useMutation({
    mutationFn: async (body: Schema<'CreateMachineKey'>) => (await api.POST('/api/units/machine-keys', { body })).data!,
    onSuccess: refresh,
  })

export const useWithdrawMachineKey = (keyId: string) =>
  useMutation({
    mutationFn: (body: Schema<'WithdrawMachineKey'>) =>
      api.POST('/api/units/machine-keys/{keyId}/withdraw', { params: { path: { keyId } }, body }),
    onSuccess: refresh,
  })
