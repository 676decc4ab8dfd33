import { ApiError, problemOf } from '../../../api/problem.ts'
import type { Import } from './api.ts'

type Options = { onProgress: (share: number) => void; signal: AbortSignal }

/** Sends the file; the old way, because fetch cannot tell how much has gone out. */
export function uploadList(file: File, { onProgress, signal }: Options): Promise<Import> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `${window.location.origin}/api/instruments/imports`)
    request.upload.onprogress = event => event.lengthComputable && onProgress(event.loaded / event.total)
    request.onerror = () => reject(new ApiError(0, 'network.unreachable', ''))
    request.onabort = () => reject(new ApiError(0, 'upload.cancelled', ''))
    request.onload = () => {
      const response = new Response(request.responseText || '{}', { status: request.status })
      if (response.ok) resolve(response.json())
      else problemOf(response).then(reject)
    }
    signal.addEventListener('abort', () => request.abort())
    const form = new FormData()
    form.append('file', file)
    request.send(form)
  })
}
