import { useTranslation } from 'react-i18next'

/** The words for a code that comes without a problem document around it; the server's sentence where there are none. */
export function useRefusalWords() {
  const { t, i18n } = useTranslation('problems')
  return (code: string | null | undefined, message: string | null | undefined): string => {
    for (const key of [code, `field.${code}`])
      if (key && i18n.exists(`problems:${key}`) && key !== 'instrument.incomplete') return t(key)
    return message || code || t('unexpected')
  }
}
