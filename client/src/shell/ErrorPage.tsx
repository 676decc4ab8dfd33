import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useRouteError } from 'react-router'
import { ApiError } from '../api/problem.ts'
import { useProblemWords } from '../ui/ProblemAlert.tsx'
import { ForbiddenPage } from './ForbiddenPage.tsx'
import { NotFoundPage } from './NotFoundPage.tsx'
import { StatePage } from './StatePage.tsx'

/** Where every failure of a page ends that no form could show: says what happened and what to do now. */
export function ErrorPage() {
  const { t } = useTranslation('shell')
  const error = useRouteError()
  const words = useProblemWords()

  if (error instanceof ApiError && error.status === 404) return <NotFoundPage />
  if (error instanceof ApiError && error.status === 403) return <ForbiddenPage />
  // A page whose script is gone belongs to an earlier release: the new one is a reload away.
  const outdated = error instanceof TypeError && /dynamically imported module|module script failed/i.test(error.message)
  const text = outdated ? t('failed.outdated') : error instanceof ApiError ? words(error) : t('failed.text')
  return (
    <StatePage title={t('failed.title')} text={text}>
      <Button type="primary" onClick={() => window.location.reload()}>
        {t('failed.reload')}
      </Button>
    </StatePage>
  )
}
