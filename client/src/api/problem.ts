/** One reason why a field was refused. */
export type FieldFault = { code: string; message: string }

/** A refusal of the server (RFC 9457 problem document), or of the network when status is 0. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly fields: Readonly<Record<string, FieldFault[]>>
  /** What else the problem document carries; the words for a code may need it. */
  readonly details: Readonly<Record<string, unknown>>

  constructor(status: number, code: string, message: string, details: Record<string, unknown> = {}) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.details = details
    this.fields = (details.errors as Record<string, FieldFault[]> | undefined) ?? {}
  }
}

export async function problemOf(response: Response): Promise<ApiError> {
  const body: Record<string, unknown> = await response.json().catch(() => ({}))
  const code = typeof body.code === 'string' ? body.code : `http.${response.status}`
  const message = String(body.detail ?? body.title ?? response.statusText)
  return new ApiError(response.status, code, message, body)
}

/** The server could not be reached at all. */
export function unreachable(cause: unknown): ApiError {
  if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
  return new ApiError(0, 'network.unreachable', String(cause))
}
