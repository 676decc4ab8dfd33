import type { RouteObject } from 'react-router'

export const dutyRoutes: RouteObject = {
  path: 'duties',
  handle: { crumb: 'duties:title', permission: 'instruments.read' },
  children: [
    { index: true, lazy: () => import('./DutiesPage.tsx') },
    { path: 'counts', lazy: () => import('./DutyCountsPage.tsx'), handle: { crumb: 'duties:counts.title' } },
  ],
}
