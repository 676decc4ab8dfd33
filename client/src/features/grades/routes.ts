import type { RouteObject } from 'react-router'

export const gradeRoutes: RouteObject[] = [
  {
    path: 'grades',
    lazy: () => import('./GradesPage.tsx'),
    handle: { crumb: 'grades:title', permission: 'grades.read' },
  },
]
