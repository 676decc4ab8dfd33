import type { RouteObject } from 'react-router'
import type { Case } from './cases/api.ts'
import type { Round } from './panel/api.ts'

const nameOf = (loaded: Round | undefined) => loaded?.name ?? ''
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
      {
        path: 'rounds',
        handle: { crumb: 'panel:title' },
        children: [
          { index: true, lazy: () => import('./panel/RoundsPage.tsx') },
          {
            path: 'new',
            lazy: () => import('./panel/NewRoundPage.tsx'),
            handle: { crumb: 'panel:new', permission: 'purchases.convene' },
          },
          { path: ':roundId', lazy: () => import('./panel/RoundPage.tsx'), handle: { crumb: nameOf } },
          {
            path: ':roundId/edit',
            lazy: () => import('./panel/EditRoundPage.tsx'),
            handle: { crumb: 'panel:edit', of: nameOf, permission: 'purchases.convene' },
          },
        ],
      },
      {
        path: 'expectations',
        lazy: () => import('./panel/ExpectationsPage.tsx'),
        handle: { crumb: 'cases:expectations' },
      },
      {
        path: 'experts',
        lazy: () => import('./panel/ExpertsPage.tsx'),
        handle: { crumb: 'panel:experts', permission: 'purchases.convene' },
      },
      { path: ':caseId', lazy: () => import('./cases/CasePage.tsx'), handle: { crumb: numberOf } },
      {
        path: ':caseId/letter',
        lazy: () => import('./cases/LetterPage.tsx'),
        handle: { crumb: 'cases:letter', of: numberOf },
      },
      {
        path: ':caseId/edit',
        lazy: () => import('./cases/EditCasePage.tsx'),
        handle: { crumb: 'cases:edit', of: numberOf, permission: 'purchases.apply' },
      },
    ],
  },
  {
    path: 'purchases/duplicate-check',
    lazy: () => import('./DuplicateCheckPage.tsx'),
    handle: { crumb: 'purchases:title', permission: 'purchases.check' },
  },
]
