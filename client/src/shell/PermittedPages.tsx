import { Outlet, useMatches } from 'react-router'
import { can } from '../session/session.ts'
import { ForbiddenPage } from './ForbiddenPage.tsx'

/** Pages name the permission they need in their route's handle; without it, the reason is shown instead. */
export function PermittedPages() {
  const needed = useMatches().flatMap(match => (match.handle as { permission?: string } | undefined)?.permission ?? [])
  return needed.every(can) ? <Outlet /> : <ForbiddenPage />
}
