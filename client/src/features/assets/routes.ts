import type { RouteObject } from 'react-router'

export const assetRoutes: RouteObject = {
  path: 'assets',
  handle: { crumb: 'assets:title', permission: 'instruments.read' },
  children: [
    { index: true, lazy: () => import('./AssetPackagesPage.tsx') },
    { path: 'cards', lazy: () => import('./AssetCardsPage.tsx'), handle: { crumb: 'assets:cards.title' } },
    {
      path: ':packageId',
      lazy: () => import('./AssetPackagePage.tsx'),
      handle: { crumb: (loaded: { fileName: string } | undefined) => loaded?.fileName ?? '' },
    },
  ],
}
