import { Modal } from 'antd'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useBlocker } from 'react-router'

/** Asks before typed text is left behind: by a link, by "back", by closing the window. */
export function useUnsavedGuard() {
  const { t } = useTranslation('ui')
  const unsaved = useRef(false)
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => unsaved.current && currentLocation.pathname !== nextLocation.pathname,
  )

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (unsaved.current) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [])

  return {
    touched: () => {
      unsaved.current = true
    },
    saved: () => {
      unsaved.current = false
    },
    question: (
      <Modal
        open={blocker.state === 'blocked'}
        title={t('unsaved.title')}
        okText={t('unsaved.leave')}
        okButtonProps={{ danger: true }}
        cancelText={t('unsaved.stay')}
        onOk={() => blocker.proceed?.()}
        onCancel={() => blocker.reset?.()}
      >
        <p>{t('unsaved.text')}</p>
      </Modal>
    ),
  }
}
