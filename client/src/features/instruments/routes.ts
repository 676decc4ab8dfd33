import type { RouteObject } from 'react-router'
import type { Instrument } from './api.ts'
import type { Carrier } from './carriers/carriersApi.ts'

const name = (loaded: Instrument | undefined) => loaded?.record.nameZh ?? ''
const carrierName = (loaded: Carrier | undefined) => loaded?.record.nameZh ?? ''

export const instrumentRoutes: RouteObject = {
  path: 'instruments',
  handle: { crumb: 'instruments:title' },
  children: [
    { index: true, lazy: () => import('./registry/InstrumentsPage.tsx') },
    {
      path: 'new',
      lazy: () => import('./registry/RegisterInstrumentPage.tsx'),
      handle: { crumb: 'instruments:register' },
    },
    {
      path: 'review',
      handle: { crumb: 'instruments:review.title' },
      children: [
        { index: true, lazy: () => import('./review/ReviewListPage.tsx') },
        { path: ':instrumentId', lazy: () => import('./review/ReviewPage.tsx'), handle: { crumb: name } },
      ],
    },
    {
      path: 'imports',
      handle: { crumb: 'imports:title' },
      children: [
        { index: true, lazy: () => import('./imports/ImportsPage.tsx') },
        { path: 'new', lazy: () => import('./imports/StartImportPage.tsx'), handle: { crumb: 'imports:start' } },
        {
          path: ':importId',
          lazy: () => import('./imports/ImportPage.tsx'),
          handle: { crumb: (loaded: { fileName: string } | undefined) => loaded?.fileName ?? '' },
        },
      ],
    },
    {
      path: 'labels',
      lazy: () => import('./labels/LabelsPage.tsx'),
      handle: { crumb: 'instruments:labels.title' },
    },
    {
      path: 'repairs',
      lazy: () => import('./upkeep/RepairsPage.tsx'),
      handle: { crumb: 'upkeep:title' },
    },
    {
      path: 'customs',
      lazy: () => import('./customs/CustomsPage.tsx'),
      handle: { crumb: 'customs:title' },
    },
    {
      path: 'carriers',
      handle: { crumb: 'carriers:title', permission: 'instruments.read' },
      children: [
        { index: true, lazy: () => import('./carriers/CarriersPage.tsx') },
        {
          path: 'new',
          lazy: () => import('./carriers/RegisterCarrierPage.tsx'),
          handle: { crumb: 'carriers:register', permission: 'instruments.edit' },
        },
        { path: ':carrierId', lazy: () => import('./carriers/CarrierPage.tsx'), handle: { crumb: carrierName } },
        {
          path: ':carrierId/edit',
          lazy: () => import('./carriers/EditCarrierPage.tsx'),
          handle: { crumb: 'instruments:action.edit', of: carrierName, permission: 'instruments.edit' },
        },
      ],
    },
    {
      path: ':instrumentId',
      lazy: () => import('./registry/InstrumentPage.tsx'),
      handle: { crumb: name },
    },
    {
      path: ':instrumentId/edit',
      lazy: () => import('./registry/EditInstrumentPage.tsx'),
      handle: { crumb: 'instruments:action.edit', of: name },
    },
    {
      path: ':instrumentId/print',
      lazy: () => import('./registry/PrintInstrumentPage.tsx'),
      handle: { crumb: 'instruments:action.print', of: name },
    },
  ],
}
