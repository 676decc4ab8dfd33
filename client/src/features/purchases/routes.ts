import type { RouteObject } from 'react-router'
import type { Case } from './cases/api.ts'

const numberOf = (loaded: Case | undefined) => loaded?.number ?? ''

export const purchaseRoutes: RouteObject[] = [
  {
    path: 'purchases',
    handle: { crumb: 'cases:title', permission: 'purchases.read' },
    children: [
      { index: true, lazy: () => import('./cases/CasesPage.tsx') },
      {
        path: 'new',
        lazy: () => import('./cases/NewCasePage.tsx'),
        handle: { crumb: 'cases:apply', permission: 'purchases.apply' },
      },
      { path: ':caseId', lazy: () => import('./cases/CasePage.tsx'), handle: { crumb: numberOf } },
      {
        path: ':caseId/edit',
        lazy: () => import('./cases/EditCasePage.tsx'),
        handle: { crumb: 'cases:edit', permission: 'purchases.apply' },
      },
    ],
  },
  {
    path: 'purchases/duplicate-check',
    lazy: () => import('./DuplicateCheckPage.tsx'),
    handle: { crumb: 'purchases:title', permission: 'purchases.check' },
  },
]
