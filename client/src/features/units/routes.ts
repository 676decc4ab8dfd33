import type { RouteObject } from 'react-router'
import type { Schema } from '../../api/client.ts'

const nameOf = (unit: Schema<'ManagingUnitDetails'> | undefined) => unit?.name ?? ''

export const unitRoutes: RouteObject[] = [
  {
    path: 'units',
    handle: { crumb: 'units:title', permission: 'units.read' },
    children: [
      { index: true, lazy: () => import('./UnitsPage.tsx') },
      {
        path: 'new',
        lazy: () => import('./RegisterUnitPage.tsx'),
        handle: { crumb: 'units:register.title', permission: 'units.manage' },
      },
      {
        path: ':unitId',
        lazy: () => import('./UnitPage.tsx'),
        handle: { crumb: nameOf },
      },
      {
        path: ':unitId/edit',
        lazy: () => import('./EditUnitPage.tsx'),
        handle: { crumb: 'units:edit.title', of: nameOf, permission: 'units.edit' },
      },
    ],
  },
  {
    path: 'organisations',
    lazy: () => import('./OrganisationsPage.tsx'),
    handle: { crumb: 'units:organisations.title', permission: 'units.read' },
  },
  {
    path: 'overviews',
    lazy: () => import('./OverviewsPage.tsx'),
    handle: { crumb: 'overviews:title', permission: 'units.read' },
  },
  {
    path: 'integrity',
    lazy: () => import('./IntegrityPage.tsx'),
    handle: { crumb: 'standing:integrity.title', permission: 'units.read' },
  },
  {
    path: 'keys',
    lazy: () => import('./MachineKeysPage.tsx'),
    handle: { crumb: 'keys:title', permission: 'keys.manage' },
  },
  {
    path: 'accounts',
    handle: { crumb: 'units:accounts.title', permission: 'accounts.manage' },
    children: [
      { index: true, lazy: () => import('./AccountsPage.tsx') },
      { path: 'invite', lazy: () => import('./InviteAccountsPage.tsx'), handle: { crumb: 'invite:title' } },
      { path: 'new', lazy: () => import('./CreateAccountPage.tsx'), handle: { crumb: 'units:accounts.create' } },
    ],
  },
]
