import type { RouteObject } from 'react-router'

export const purchaseRoutes: RouteObject[] = [
  {
    path: 'purchases/duplicate-check',
    lazy: () => import('./DuplicateCheckPage.tsx'),
    handle: { crumb: 'purchases:title', permission: 'purchases.check' },
  },
]
