import { useTranslation } from 'react-i18next'

/** What was done, in words; what has none stands for itself. */
export function useActionWords() {
  const { t, i18n } = useTranslation('audit')
  return (action: string) => (i18n.exists(`audit:action.${action}`) ? t(`action.${action}`) : action)
}
