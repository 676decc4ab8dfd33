import { useTranslation } from 'react-i18next'
import { StatePage } from './StatePage.tsx'

export function NotFoundPage() {
  const { t } = useTranslation('shell')
  return <StatePage code="404" title={t('notFound.title')} text={t('notFound.text')} />
}
