import { useTranslation } from 'react-i18next'

/** The words for what is wrong with a row, by its code; the server's own sentence where there are none. */
export function useFaultTexts() {
  const { t, i18n } = useTranslation(['imports', 'problems'])
  return ({ code, message }: { code: string; message: string }) => {
    if (i18n.exists(`imports:fault.${code}`)) return t(`fault.${code}`)
    return i18n.exists(`problems:${code}`) ? t(`problems:${code}`) : message || code
  }
}
