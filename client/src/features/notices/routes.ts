import type { RouteObject } from 'react-router'

export const noticeRoutes: RouteObject[] = [
  { path: 'notices', lazy: () => import('./NoticesPage.tsx'), handle: { crumb: 'notices:title' } },
]
