import { lazy, Suspense } from 'react'
import type { Schema } from '../api/client.ts'
import { SignInPage } from '../session/SignInPage.tsx'
import { useAnswer } from './ask.ts'
import { CatalogueInstrumentPage } from './CatalogueInstrumentPage.tsx'
import { CataloguePage } from './CataloguePage.tsx'
import { PageLink, useAddress } from './navigation.tsx'
import './public.css'
import { switchLanguage, useText } from './text.ts'

// Few visitors open these: the catalogue does not wait for them.
const OpenRatePage = lazy(() => import('./OpenRatePage.tsx').then(page => ({ default: page.OpenRatePage })))

const CarriersPage = lazy(() => import('./CarriersPage.tsx').then(page => ({ default: page.CarriersPage })))
const CarrierPage = lazy(() => import('./CarrierPage.tsx').then(page => ({ default: page.CarrierPage })))

/** What anyone may see without signing in. No Ant Design, no router, no query library: it opens at once (P9). */
export function PublicPages() {
  const { t, language } = useText()
  const { path } = useAddress()
  const instrument = /^\/catalogue\/([^/]+)$/.exec(path)?.[1]
  const carrier = /^\/facilities\/([^/]+)$/.exec(path)?.[1]
  const signedIn = useAnswer<Schema<'CurrentSession'>>('/api/units/session').data?.account
  const other = language === 'en' ? 'zh-CN' : 'en'

  return (
    <div className="public-pages">
      <a className="skip-link" href="#content">
        {t('skip')}
      </a>
      <header className="public-header">
        <PageLink href="/" className="public-brand">
          <img src="/favicon.svg" alt="" width="28" height="28" />
          <span className="public-brand-name">{t('product')}</span>
          <span className="public-brand-region">{t('region')}</span>
        </PageLink>
        <button type="button" className="header-button" lang={other} onClick={() => switchLanguage(other)}>
          {other === 'en' ? 'English' : '中文'}
        </button>
        {path !== '/sign-in' && (
          <PageLink href={signedIn ? '/workbench' : '/sign-in'} className="header-button header-sign-in">
            {t(signedIn ? 'workbench' : 'signIn')}
          </PageLink>
        )}
      </header>
      <main id="content" tabIndex={-1}>
        {path === '/sign-in' ? (
          <SignInPage />
        ) : path === '/open-rate' ? (
          <Suspense fallback={null}>
            <OpenRatePage />
          </Suspense>
        ) : path === '/facilities' || carrier ? (
          <Suspense fallback={null}>{carrier ? <CarrierPage key={carrier} id={carrier} /> : <CarriersPage />}</Suspense>
        ) : instrument ? (
          <CatalogueInstrumentPage key={instrument} id={instrument} />
        ) : (
          <CataloguePage />
        )}
      </main>
      <footer className="public-footer">
        {t('region')} · {t('product')} · <PageLink href="/facilities">{t('carriers')}</PageLink> ·{' '}
        <PageLink href="/open-rate">{t('openRate')}</PageLink>
      </footer>
    </div>
  )
}
