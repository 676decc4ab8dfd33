import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { queryClient } from '../api/client.ts'
import { startWords } from '../words.ts'
import { server } from './server.ts'

// Transitions end at once; nothing in these tests waits for an animation.
window.matchMedia ??= () => ({ matches: false, addEventListener() {}, removeEventListener() {} }) as never

// The first visit of a page also compiles it.
configure({ asyncUtilTimeout: 10_000 })

beforeAll(async () => {
  server.listen({ onUnhandledRequest: 'error' })
  await startWords()
})

afterEach(() => {
  cleanup()
  server.resetHandlers()
  queryClient.clear()
  localStorage.clear()
})

afterAll(() => server.close())
