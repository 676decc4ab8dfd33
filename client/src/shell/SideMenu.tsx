import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { useAccount } from '../session/session.ts'
import { menuOf } from './menu.tsx'

type Props = { folded?: boolean; onFollow?: () => void }

export function SideMenu({ folded = false, onFollow }: Props) {
  const { t } = useTranslation()
  return (
    <nav className={folded ? 'side-menu side-menu-folded' : 'side-menu'} aria-label={t('shell:menu.title')}>
      {menuOf(useAccount()).map(group => (
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
                  <NavLink to={to} onClick={onFollow} title={folded ? t(text) : undefined}>
                    <span aria-hidden="true">{icon}</span>
                    <span>{t(text)}</span>
                  </NavLink>
                )}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  )
}
