import { useMutation } from '@tanstack/react-query'
import { api, type Schema } from '../../api/client.ts'
import { problemOf } from '../../api/problem.ts'

export type Wish = Schema<'CheckDuplicates'>
export type CheckAnswer = Schema<'DuplicateCheckAnswer'>
export type Hit = Schema<'DuplicateHit'>

export const useCheckDuplicates = () =>
  useMutation({
    mutationFn: async (body: Wish) => (await api.POST('/api/purchase-review/duplicate-check', { body })).data!,
  })

export type ListAnswer = Schema<'ListCheckAnswer'>

const formOf = (file: File) => {
  const form = new FormData()
  form.append('file', file)
  return form
}

async function send(file: File, path: string): Promise<Response> {
  const request = { method: 'POST', body: formOf(file) }
  const response = await globalThis.fetch(`${window.location.origin}/api/purchase-review/${path}`, request)
  if (!response.ok) throw await problemOf(response)
  return response
}

export const useCheckList = () =>
  useMutation({
    mutationFn: async (file: File): Promise<ListAnswer> => (await send(file, 'duplicate-check/list')).json(),
  })

/** The same list with its results as a workbook. */
export const useListWorkbook = () =>
  useMutation({
    mutationFn: async (file: File) => (await send(file, 'duplicate-check/list/workbook')).blob(),
  })
