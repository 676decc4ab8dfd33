import type { RouteObject } from 'react-router'

export const operationRoutes: RouteObject[] = [
  { path: 'jobs', lazy: () => import('./JobsPage.tsx'), handle: { crumb: 'operations:jobs.title' } },
  {
    path: 'operations/mails',
    lazy: () => import('./MailsPage.tsx'),
    handle: { crumb: 'operations:mails.title', permission: 'operations.read' },
  },
]
