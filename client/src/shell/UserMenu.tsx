import { DownOutlined, UserOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useNavigate } from 'react-router'
import { signOut, useAccount } from '../session/session.ts'

/** A menu button by the WAI-ARIA pattern; Ant Design's would add a tenth to what every first visit loads. */
export function UserMenu() {
  const { t } = useTranslation('session')
  const navigate = useNavigate()
  const { displayName, userName, roles } = useAccount()
  const [open, setOpen] = useState(false)
  const menu = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const items = () => [...(menu.current?.querySelectorAll('button') ?? [])]

  useEffect(() => {
    if (open) menu.current?.querySelector('button')?.focus()
  }, [open])

  const close = () => {
    setOpen(false)
    frame.current?.querySelector<HTMLElement>('.shell-user')?.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const at = items().indexOf(document.activeElement as HTMLButtonElement)
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Escape') close()
    if (!open || step === undefined) return
    event.preventDefault()
    items()
      .at((at + step) % items().length)
      ?.focus()
  }
  const choose = (action: () => unknown) => () => {
    close()
    action()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys and focus of the button and the menu inside
    <div
      className="user-menu"
      ref={frame}
      onKeyDown={onKeyDown}
      onBlur={event => !frame.current?.contains(event.relatedTarget) && setOpen(false)}
    >
      <Button
        className="shell-header-button shell-user"
        type="text"
        icon={<UserOutlined aria-hidden />}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-label={displayName}
        onClick={() => setOpen(!open)}
      >
        <span className="shell-user-name">{displayName}</span>
        <DownOutlined aria-hidden />
      </Button>
      {open && (
        <div className="user-menu-panel">
          <p>
            {userName}
            <br />
            {roles.map(role => t(`role.${role}`)).join(t('ui:comma'))}
          </p>
          <div role="menu" ref={menu} aria-label={displayName}>
            <button type="button" role="menuitem" onClick={choose(() => navigate('/account'))}>
              {t('account.title')}
            </button>
            <button type="button" role="menuitem" onClick={choose(signOut)}>
              {t('signOut')}
            </button>
          </div>
        </div>
      )}
    </div>
  )
}
