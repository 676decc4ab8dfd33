import type { RouteObject } from 'react-router'

export const workbenchRoutes: RouteObject[] = [
  {
    path: 'workbench',
    lazy: () => import('./WorkbenchPage.tsx'),
    handle: { crumb: 'workbench:title' },
  },
]
