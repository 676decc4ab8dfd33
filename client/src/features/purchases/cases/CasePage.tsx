import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useParams } from 'react-router'
import { queryClient } from '../../../api/client.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import '../purchases.css'
import { oneCase } from './api.ts'
import { CaseStateTag } from './CaseStateTag.tsx'
import './cases.css'
import { Dossier } from './Dossier.tsx'

export function loader({ params }: LoaderFunctionArgs) {
  return queryClient.fetchQuery(oneCase(params.caseId!))
}

/** One case: how the applicant stands, what I may do, each instrument with its check, the reasons, every step (R-1 … R-5). */
export function Component() {
  const { t } = useTranslation('cases')
  const { data } = useSuspenseQuery(oneCase(useParams().caseId!))
  return (
    <>
      <PageHeader
        title={
          data.wishes.length > 1
            ? t('andMore', { name: data.wishes[0]?.facts.nameZh ?? t('unnamed'), count: data.wishes.length })
            : (data.wishes[0]?.facts.nameZh ?? t('case'))
        }
        note={
          <>
            <CaseStateTag state={data.state} />{' '}
            {[data.unitName, data.facts.projectName, data.number].filter(Boolean).join(' · ')}
          </>
        }
        actions={
          <>
            {data.decision && (
              <Link to="letter">
                <Button>{t('letter')}</Button>
              </Link>
            )}
            {data.actions.includes('edit') && (
              <Link to="edit">
                <Button type="primary">{t('edit')}</Button>
              </Link>
            )}
          </>
        }
      />
      <Dossier data={data} />
    </>
  )
}
