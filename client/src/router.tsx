import { createBrowserRouter, createMemoryRouter, type RouteObject } from 'react-router'
import { queryClient } from './api/client.ts'
import { assetRoutes } from './features/assets/routes.ts'
import { auditRoutes } from './features/audit/routes.ts'
import { dutyRoutes } from './features/duties/routes.ts'
import { gradeRoutes } from './features/grades/routes.ts'
import { hoursRoutes } from './features/hours/routes.ts'
import { instrumentRoutes } from './features/instruments/routes.ts'
import { noticeRoutes } from './features/notices/routes.ts'
import { operationRoutes } from './features/operations/routes.ts'
import { policyRoutes } from './features/policies/routes.ts'
import { purchaseRoutes } from './features/purchases/routes.ts'
import { staffRoutes } from './features/staff/routes.ts'
import { unitRoutes } from './features/units/routes.ts'
import { featureWords } from './features/words.ts'
import { workbenchRoutes } from './features/workbench/routes.ts'
import { accountRoutes } from './session/routes.ts'
import { session } from './session/session.ts'
import { ErrorPage } from './shell/ErrorPage.tsx'
import { NotFoundPage } from './shell/NotFoundPage.tsx'
import { PermittedPages } from './shell/PermittedPages.tsx'
import { Shell } from './shell/Shell.tsx'
import { needWords } from './words.ts'

/** A feature's pages, which wait for the words they speak. */
function speaking(feature: string, children: RouteObject[]): RouteObject {
  return {
    loader: async () => {
      await needWords(featureWords[feature]!)
      return null
    },
    shouldRevalidate: () => false,
    children,
  }
}

export const routes: RouteObject[] = [
  {
    Component: Shell,
    ErrorBoundary: ErrorPage,
    HydrateFallback: () => null,
    loader: () => queryClient.ensureQueryData(session),
    shouldRevalidate: () => false,
    children: [
      {
        Component: PermittedPages,
        ErrorBoundary: ErrorPage,
        children: [
          speaking('workbench', workbenchRoutes),
          speaking('instruments', [instrumentRoutes]),
          speaking('hours', hoursRoutes),
          speaking('assets', [assetRoutes]),
          speaking('duties', [dutyRoutes]),
          speaking('units', unitRoutes),
          speaking('staff', staffRoutes),
          speaking('purchases', purchaseRoutes),
          speaking('grades', gradeRoutes),
          speaking('policies', policyRoutes),
          speaking('audit', auditRoutes),
          ...noticeRoutes,
          speaking('operations', operationRoutes),
          ...accountRoutes,
          { path: '*', Component: NotFoundPage, handle: { crumb: 'shell:notFound.title' } },
        ],
      },
    ],
  },
]

export const createRouter = () => createBrowserRouter(routes)
export const createTestRouter = (path: string) => createMemoryRouter(routes, { initialEntries: [path] })
