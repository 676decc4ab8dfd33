import type { RouteObject } from 'react-router'

export const accountRoutes: RouteObject[] = [
  {
    path: 'account',
    lazy: () => import('./AccountPage.tsx'),
    handle: { crumb: 'session:account.title' },
  },
]
