import { useEffect, useState } from 'react'
import { ApiError, problemOf, unreachable } from '../api/problem.ts'

export async function ask<Answer>(address: string, init?: RequestInit): Promise<Answer> {
  const response = await fetch(new URL(address, window.location.origin), init).catch((cause: unknown) => {
    throw unreachable(cause)
  })
  if (!response.ok) throw await problemOf(response)
  return response.json()
}

type State<Answer> = { address: string | null; data?: Answer; error?: ApiError }

/** The answer to a question asked by address; while a new one is on its way, the last one stays. */
export function useAnswer<Answer>(address: string | null) {
  const [state, setState] = useState<State<Answer>>({ address: null })

  useEffect(() => {
    if (address === null) return
    const abort = new AbortController()
    ask<Answer>(address, { signal: abort.signal }).then(
      data => setState({ address, data }),
      (error: unknown) => {
        if (error instanceof ApiError) setState({ address, error })
      },
    )
    return () => abort.abort()
  }, [address])

  return { data: state.data, error: state.error, loading: state.address !== address }
}
