import { render } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { PublicPages } from '../public/PublicPages.tsx'
import { createTestRouter } from '../router.tsx'
import { StaffPages } from '../staff.tsx'

/** Opens a page behind the sign-in at an address, with everything around it. */
export function renderAt(path: string) {
  const router = createTestRouter(path)
  const user = userEvent.setup({ delay: null })
  render(<StaffPages router={router} />)
  return { router, user, search: () => new URLSearchParams(router.state.location.search) }
}

/** Opens a page anyone may see. */
export function renderPublic(path: string) {
  window.history.replaceState(null, '', path)
  const user = userEvent.setup({ delay: null })
  render(<PublicPages />)
  return { user, search: () => new URLSearchParams(window.location.search) }
}
