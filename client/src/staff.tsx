import { QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import { createRoot } from 'react-dom/client'
import { useTranslation } from 'react-i18next'
import { RouterProvider } from 'react-router'
import { goToSignIn, queryClient } from './api/client.ts'
import { createRouter } from './router.tsx'
import { session } from './session/session.ts'
import './shell/staff.css'
import { theme } from './theme.ts'
import { Notices } from './ui/notices.tsx'
import { antdLocale, startWords } from './words.ts'

type Router = ReturnType<typeof createRouter>

export function StaffPages({ router }: { router: Router }) {
  const { i18n } = useTranslation()
  return (
    <QueryClientProvider client={queryClient}>
      <ConfigProvider locale={antdLocale(i18n.language)} theme={theme} button={{ autoInsertSpace: false }}>
        <RouterProvider router={router} />
        <Notices />
      </ConfigProvider>
    </QueryClientProvider>
  )
}

export async function startStaffPages(root: HTMLElement) {
  // Made first: the page's own scripts are on their way while it is found out who asks.
  const router = createRouter()
  const [current] = await Promise.all([queryClient.fetchQuery(session).catch(() => null), startWords()])
  // Without an answer the shell starts all the same, and its error page says why.
  if (current && !current.account) return goToSignIn()
  createRoot(root).render(<StaffPages router={router} />)
}
