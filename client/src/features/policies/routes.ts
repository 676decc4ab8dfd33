import type { RouteObject } from 'react-router'

export const policyRoutes: RouteObject[] = [
  {
    path: 'policies',
    lazy: () => import('./PoliciesPage.tsx'),
    handle: { crumb: 'policies:title', permission: 'units.read' },
  },
]
