import type { RouteObject } from 'react-router'
import type { Exemption } from './api.ts'

const unitOf = (loaded: Exemption | undefined) => loaded?.unitName ?? ''

export const dutyRoutes: RouteObject = {
  path: 'duties',
  handle: { crumb: 'duties:title', permission: 'instruments.read' },
  children: [
    { index: true, lazy: () => import('./DutiesPage.tsx') },
    { path: 'counts', lazy: () => import('./DutyCountsPage.tsx'), handle: { crumb: 'duties:counts.title' } },
    {
      path: 'exemptions',
      handle: { crumb: 'exemptions:title' },
      children: [
        { index: true, lazy: () => import('./ExemptionsPage.tsx') },
        {
          path: 'new',
          lazy: () => import('./DeclareExemptionPage.tsx'),
          handle: { crumb: 'exemptions:declare', permission: 'exemptions.declare' },
        },
        { path: ':exemptionId', lazy: () => import('./ExemptionPage.tsx'), handle: { crumb: unitOf } },
        {
          path: ':exemptionId/revise',
          lazy: () => import('./ReviseExemptionPage.tsx'),
          handle: { crumb: 'exemptions:revise', of: unitOf, permission: 'exemptions.declare' },
        },
        {
          path: ':exemptionId/print',
          lazy: () => import('./PrintExemptionPage.tsx'),
          handle: { crumb: 'exemptions:print', of: unitOf },
        },
      ],
    },
  ],
}
