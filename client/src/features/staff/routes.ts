import type { RouteObject } from 'react-router'
import type { Schema } from '../../api/client.ts'

export const staffRoutes: RouteObject[] = [
  {
    path: 'staff',
    handle: { crumb: 'staff:title', permission: 'staff.read' },
    children: [
      { index: true, lazy: () => import('./StaffPage.tsx') },
      { path: 'units', lazy: () => import('./StaffUnitsPage.tsx'), handle: { crumb: 'staff:units.title' } },
      {
        path: 'import',
        lazy: () => import('./ImportStaffPage.tsx'),
        handle: { crumb: 'staff:import.title', permission: 'staff.edit' },
      },
      {
        path: ':memberId',
        lazy: () => import('./StaffMemberPage.tsx'),
        handle: { crumb: (member: Schema<'StaffDetails'> | undefined) => member?.facts.name ?? '' },
      },
    ],
  },
]
