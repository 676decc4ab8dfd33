import { useMutation } from '@tanstack/react-query'
import { api, type Schema } from '../../api/client.ts'

export type Wish = Schema<'CheckDuplicates'>
export type CheckAnswer = Schema<'DuplicateCheckAnswer'>
export type Hit = Schema<'DuplicateHit'>

export const useCheckDuplicates = () =>
  useMutation({
    mutationFn: async (body: Wish) => (await api.POST('/api/purchase-review/duplicate-check', { body })).data!,
  })
