import { Alert } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, type FieldFault } from '../api/problem.ts'

/** The words for a refusal in the reader's language; what has none speaks for itself by the server's own sentence. */
export function useProblemWords() {
  const { t, i18n } = useTranslation('problems')
  return (error: unknown): string => {
    if (!(error instanceof ApiError)) return t('unexpected')
    if (i18n.exists(`problems:${error.code}`)) return t(error.code, error.details)
    return error.status >= 500 ? t('unexpected') : error.message || t('unexpected')
  }
}

export function useFaultWords() {
  const { t, i18n } = useTranslation('problems')
  return (fault: FieldFault): string =>
    i18n.exists(`problems:field.${fault.code}`) ? t(`field.${fault.code}`, { ...fault }) : fault.message
}

type Props = { error: unknown; action?: ReactNode }

export function ProblemAlert({ error, action }: Props) {
  const words = useProblemWords()
  if (!error) return null
  return <Alert className="problem-alert" type="error" showIcon role="alert" title={words(error)} action={action} />
}
