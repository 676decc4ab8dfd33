import type { ReactNode } from 'react'

type Props = {
  title: ReactNode
  /** One line that says what this page is for, or what state the thing is in. */
  note?: ReactNode
  /** The primary action last. */
  actions?: ReactNode
}

export function PageHeader({ title, note, actions }: Props) {
  return (
    <header className="page-header">
      <div>
        <h1>{title}</h1>
        {note && <div className="page-header-note">{note}</div>}
      </div>
      {actions && <div className="page-header-actions">{actions}</div>}
    </header>
  )
}
