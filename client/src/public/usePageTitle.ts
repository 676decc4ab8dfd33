import { useEffect } from 'react'
import { useText } from './text.ts'

export function usePageTitle(title?: string) {
  const { t } = useText()
  const whole = [title, t('product'), t('region')].filter(Boolean).join(' · ')
  useEffect(() => {
    document.title = whole
  }, [whole])
}
