import { useTranslation } from 'react-i18next'
import { StatePage } from './StatePage.tsx'

export function ForbiddenPage() {
  const { t } = useTranslation('shell')
  return <StatePage code="403" title={t('forbidden.title')} text={t('forbidden.text')} />
}
