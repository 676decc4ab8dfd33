import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useMatches } from 'react-router'

/** A route names itself by a text key, or by what its loader fetched. */
export type Crumb = string | ((loaded: never) => string)

/** `of`: the name of what the page is about, which has a page of its own one step up. */
type Handle = { crumb?: Crumb; of?: (loaded: never) => string }

export function Breadcrumbs() {
  const { t } = useTranslation()
  const crumbs = useMatches().flatMap(match => {
    const { crumb, of } = (match.handle ?? {}) as Handle
    if (!crumb) return []
    const about = of?.(match.loaderData as never)
    const text = typeof crumb === 'string' ? t(crumb) : crumb(match.loaderData as never)
    // What was not fetched, because it is not there, has no name.
    return [
      ...(about ? [{ path: match.pathname.slice(0, match.pathname.lastIndexOf('/')), text: about }] : []),
      ...(text ? [{ path: match.pathname, text }] : []),
    ]
  })
  const title = [...crumbs.map(crumb => crumb.text).reverse(), t('shell:product')].join(' · ')
  useEffect(() => {
    document.title = title
  }, [title])

  if (crumbs.length < 2) return null
  return (
    <nav className="breadcrumbs" aria-label={t('shell:breadcrumbs')}>
      <ol>
        {crumbs.map(({ path, text }, index) => (
          <li key={path}>
            {index === crumbs.length - 1 ? <span aria-current="page">{text}</span> : <Link to={path}>{text}</Link>}
          </li>
        ))}
      </ol>
    </nav>
  )
}
