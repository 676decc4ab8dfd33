import { ApiError, problemOf } from './problem.ts'

export type UploadOptions = { onProgress: (share: number) => void; signal: AbortSignal }

/** Sends a file; the old way, because fetch cannot tell how much has gone out. */
export function uploadFile<Answer>(
  address: string,
  file: File,
  { onProgress, signal }: UploadOptions,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', `${window.location.origin}${address}`)
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
