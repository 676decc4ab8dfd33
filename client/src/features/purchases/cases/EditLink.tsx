import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'

/** To the application's form, and from there back to where one was: a unit works through a round case by case. */
export function EditLink({ caseId, children }: { caseId: string; children: ReactNode }) {
  const { pathname, search } = useLocation()
  return (
    <Link to={`/purchases/${caseId}/edit`} state={{ back: pathname + search }}>
      {children}
    </Link>
  )
}
