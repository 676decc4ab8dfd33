import { useTranslation } from 'react-i18next'

/** The words for the code of one row of a bulk report; the server's sentence where there are none. */
export function useRefusals() {
  const { t, i18n } = useTranslation('problems')
  return (code: string | null | undefined, message: string | null | undefined): string =>
    code && i18n.exists(`problems:${code}`) ? t(code) : message || code || t('unexpected')
}
