import { MenuFoldOutlined, MenuOutlined, MenuUnfoldOutlined } from '@ant-design/icons'
import { Button, Layout } from 'antd'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, Navigate, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router'
import { useAccount } from '../session/session.ts'
import { useIsPhone } from '../ui/useIsPhone.ts'
import { useRemembered } from '../ui/useRemembered.ts'
import { Bell } from './Bell.tsx'
import { Breadcrumbs } from './Breadcrumbs.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { Search } from './Search.tsx'
import { SideMenu } from './SideMenu.tsx'
import { UserMenu } from './UserMenu.tsx'
import './shell.css'

// Only phones open it, and only when asked.
const Drawer = lazy(() => import('antd/es/drawer'))

/** Everything behind the sign-in stands in here: header, side menu by tier, breadcrumbs, page. */
export function Shell() {
  const { t } = useTranslation('shell')
  const { organisation, mustChangePassword, mustSetUpTotp } = useAccount()
  const { pathname } = useLocation()
  const phone = useIsPhone()
  const navigation = useNavigation()
  const [drawer, setDrawer] = useState(false)
  const [folded, setFolded] = useRemembered('menu-folded', false)
  const content = useFocusOnNewPage()

  return (
    <Layout className="shell">
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      {navigation.state !== 'idle' && <div className="shell-progress" role="progressbar" aria-label={t('loading')} />}
      <Layout.Header className="shell-header">
        {phone && (
          <Button
            className="shell-header-button"
            type="text"
            icon={<MenuOutlined aria-hidden />}
            aria-label={t('menu.open')}
            onClick={() => setDrawer(true)}
          />
        )}
        <Link to="/workbench" className="shell-brand">
          <img src="/favicon.svg" alt="" width="24" height="24" />
          <span className="shell-brand-name">{t('product')}</span>
          <span className="shell-brand-region">{t('region')}</span>
        </Link>
        <span className="shell-organisation" title={organisation.name}>
          {organisation.name}
        </span>
        <Search />
        <LanguageSwitch short={phone} />
        <Bell />
        <UserMenu />
      </Layout.Header>
      <Layout>
        {phone ? (
          drawer && (
            <Suspense>
              <Drawer open onClose={() => setDrawer(false)} placement="left" size={264} title={t('menu.title')}>
                <SideMenu onFollow={() => setDrawer(false)} />
              </Drawer>
            </Suspense>
          )
        ) : (
          <Layout.Sider className="shell-side" width={208} collapsedWidth={52} collapsed={folded} trigger={null}>
            <SideMenu folded={folded} />
            <Button
              className="shell-fold"
              type="text"
              icon={folded ? <MenuUnfoldOutlined aria-hidden /> : <MenuFoldOutlined aria-hidden />}
              aria-label={t(folded ? 'menu.unfold' : 'menu.fold')}
              onClick={() => setFolded(!folded)}
            />
          </Layout.Sider>
        )}
        <main id="content" className="shell-content" tabIndex={-1} ref={content}>
          <Breadcrumbs />
          {/* Before that, the server allows nothing else. */}
          {(mustChangePassword || mustSetUpTotp) && pathname !== '/account' ? (
            <Navigate to="/account" replace />
          ) : (
            <Outlet />
          )}
        </main>
      </Layout>
      <ScrollRestoration />
    </Layout>
  )
}

/** A new page is read out and tabbed through from its beginning, unless it has put the focus somewhere itself; a changed filter keeps it. */
function useFocusOnNewPage() {
  const { pathname } = useLocation()
  const content = useRef<HTMLElement>(null)
  const shown = useRef(pathname)
  useEffect(() => {
    const taken = content.current?.contains(document.activeElement)
    if (shown.current !== pathname && !taken) content.current?.focus({ preventScroll: true })
    shown.current = pathname
  }, [pathname])
  return content
}
