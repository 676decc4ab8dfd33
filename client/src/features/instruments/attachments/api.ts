import { queryOptions, useMutation } from '@tanstack/react-query'
import { api, queryClient, type Schema } from '../../../api/client.ts'
import { problemOf, unreachable } from '../../../api/problem.ts'

export type Attachment = Schema<'AttachmentRow'>

/** What the server takes; it looks into the file, this only helps to choose. */
export const accepted = '.jpg,.jpeg,.png,.webp,.pdf,.docx,.xlsx,.pptx'

export const contentAddress = (instrumentId: string, id: string) =>
  `/api/instruments/${instrumentId}/attachments/${id}/content`

export const attachments = (instrumentId: string) =>
  queryOptions({
    queryKey: ['instruments', 'one', instrumentId, 'attachments'],
    queryFn: async () =>
      (await api.GET('/api/instruments/{instrumentId}/attachments', { params: { path: { instrumentId } } })).data!,
  })

const refresh = (instrumentId: string) =>
  queryClient.invalidateQueries({ queryKey: attachments(instrumentId).queryKey })

async function send(path: string, file: File): Promise<Attachment> {
  const form = new FormData()
  form.append('file', file)
  const address = `${window.location.origin}/api/instruments/${path}`
  const response = await fetch(address, { method: 'POST', body: form }).catch(reason =>
    Promise.reject(unreachable(reason)),
  )
  if (!response.ok) throw await problemOf(response)
  return response.json()
}

export const useAddAttachments = (instrumentId: string) =>
  useMutation({
    async mutationFn(files: readonly File[]) {
      for (const file of files) await send(`${instrumentId}/attachments`, file)
    },
    onSettled: () => refresh(instrumentId),
  })

/** The paper of a repair, which who runs the instrument may bring. */
export const useBringDocument = (instrumentId: string) =>
  useMutation({
    mutationFn: (file: File) => send(`${instrumentId}/repairs/documents`, file),
    // The choice is made from the list: it has to know the new one first.
    onSuccess: () => refresh(instrumentId),
  })

export const useEditAttachment = (instrumentId: string) =>
  useMutation({
    mutationFn: ({ id, ...body }: { id: string; caption: string | null; position: number | null; version: number }) =>
      api.PUT('/api/instruments/{instrumentId}/attachments/{attachmentId}', {
        params: { path: { instrumentId, attachmentId: id } },
        body,
      }),
    onSettled: () => refresh(instrumentId),
  })

export const useRemoveAttachment = (instrumentId: string) =>
  useMutation({
    mutationFn: ({ id, version }: Attachment) =>
      api.DELETE('/api/instruments/{instrumentId}/attachments/{attachmentId}', {
        params: { path: { instrumentId, attachmentId: id }, query: { version } },
      }),
    onSettled: () => refresh(instrumentId),
  })
