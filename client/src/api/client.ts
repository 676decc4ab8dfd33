import { QueryClient } from '@tanstack/react-query'
import createClient from 'openapi-fetch'
import { ApiError, problemOf, unreachable } from './problem.ts'
import type { components, paths } from './schema.d.ts'

/** A message of the server's own OpenAPI document. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name]

// Absolute address and a late look-up of fetch: otherwise tests cannot stand in for the server.
export const api = createClient<paths>({
  baseUrl: window.location.origin,
  fetch: request => globalThis.fetch(request),
})

api.use({
  async onResponse({ response }) {
    if (response.ok) return
    if (response.status === 401) goToSignIn()
    throw await problemOf(response)
  },
  onError({ error }) {
    return error instanceof ApiError ? error : unreachable(error)
  },
})

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      // What the server refused stays refused; only a lost connection is worth a second try.
      retry: (failures, error) => failures < 2 && error instanceof ApiError && error.status === 0,
    },
  },
})

/** The session is over (or never began): sign in, then come back to this very page. */
export function goToSignIn() {
  const here = window.location.pathname + window.location.search
  window.location.assign(`/sign-in?next=${encodeURIComponent(here)}`)
}
