import { SearchOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { can } from '../session/session.ts'
import { needWords } from '../words.ts'

// Most pages are left without it; it finds the policies' numbers by their names.
const SearchDialog = lazy(async () => {
  const [{ SearchDialog }] = await Promise.all([import('./SearchDialog.tsx'), needWords(['policies'])])
  return { default: SearchDialog }
})

/** The box over everything: by the button, or by Ctrl+K from anywhere. */
export function Search() {
  const { t } = useTranslation('find')
  const [open, setOpen] = useState(false)
  const may = can('units.read')

  useEffect(() => {
    if (!may) return
    const onKey = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return
      event.preventDefault()
      setOpen(true)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [may])

  if (!may) return null
  return (
    <>
      <Button
        className="shell-header-button shell-search"
        type="text"
        icon={<SearchOutlined aria-hidden />}
        aria-label={`${t('open')} Ctrl K`}
        aria-keyshortcuts="Control+K"
        onClick={() => setOpen(true)}
      >
        <span className="shell-search-text">
          {t('open')} <kbd>Ctrl K</kbd>
        </span>
      </Button>
      {open && (
        <Suspense>
          <SearchDialog onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
