import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import { useAccount } from '../session/session.ts'
import { type MenuGroup, menuOf } from './menu.tsx'

type Props = { folded?: boolean; onFollow?: () => void }

export function SideMenu({ folded = false, onFollow }: Props) {
  const { t } = useTranslation()
  const groups = menuOf(useAccount())
  const current = entryOf(useLocation().pathname, groups)
  return (
    <nav className={folded ? 'side-menu side-menu-folded' : 'side-menu'} aria-label={t('shell:menu.title')}>
      {groups.map(group => (
        <div key={group.text} className="side-menu-group">
          <div className="side-menu-heading">{t(group.text)}</div>
          <ul>
            {group.entries.map(({ to, text, icon, outside }) => (
              <li key={to}>
                {outside ? (
                  <a href={to} title={folded ? t(text) : undefined}>
                    <span aria-hidden="true">{icon}</span>
                    <span>{t(text)}</span>
                  </a>
                ) : (
                  <Link
                    to={to}
                    onClick={onFollow}
                    title={folded ? t(text) : undefined}
                    className={to === current ? 'active' : undefined}
                    aria-current={to === current ? 'page' : undefined}
                  >
                    <span aria-hidden="true">{icon}</span>
                    <span>{t(text)}</span>
                  </Link>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}

/** The entry that the page belongs to: of several that fit, the closest. */
function entryOf(path: string, groups: MenuGroup[]) {
  return groups
    .flatMap(group => group.entries.map(({ to }) => to))
    .filter(to => path === to || path.startsWith(`${to}/`))
    .sort((a, b) => b.length - a.length)[0]
}
