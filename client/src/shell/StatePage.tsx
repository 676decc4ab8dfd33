import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

type Props = { code?: string; title: string; text: string; children?: ReactNode }

/** A page that is not there, not allowed or broken. */
export function StatePage({ code, title, text, children }: Props) {
  const { t } = useTranslation('shell')
  return (
    <section className="state-page">
      {code && <p className="state-page-code">{code}</p>}
      <h1>{title}</h1>
      <p>{text}</p>
      <div className="state-page-actions">
        {children}
        <Link to="/workbench">{t('backToWorkbench')}</Link>
      </div>
    </section>
  )
}
