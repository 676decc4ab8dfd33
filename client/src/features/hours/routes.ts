import type { RouteObject } from 'react-router'

export const hoursRoutes: RouteObject[] = [
  {
    path: 'hours',
    handle: { crumb: 'hours:title', permission: 'instruments.read' },
    children: [
      { index: true, lazy: () => import('./HoursPage.tsx') },
      { path: 'units', lazy: () => import('./HoursUnitsPage.tsx'), handle: { crumb: 'hours:units.title' } },
      {
        path: 'import',
        lazy: () => import('./ImportHoursPage.tsx'),
        handle: { crumb: 'hours:import.title', permission: 'instruments.edit' },
      },
    ],
  },
]
