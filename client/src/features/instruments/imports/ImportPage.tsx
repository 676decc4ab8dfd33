import { useSuspenseQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useNavigate, useParams } from 'react-router'
import { queryClient } from '../../../api/client.ts'
import { ApiError } from '../../../api/problem.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import { useUrlState } from '../../../ui/useUrlState.ts'
import { fieldList } from '../api.ts'
import { type Import, isBusy, oneImport } from './api.ts'
import { ConfirmStep } from './ConfirmStep.tsx'
import { FaultsStep } from './FaultsStep.tsx'
import { type ImportStep, ImportSteps } from './ImportSteps.tsx'
import './imports.css'
import { MappingStep } from './MappingStep.tsx'
import { ResultPanel } from './ResultPanel.tsx'
import { WorkPanel } from './WorkPanel.tsx'

export async function loader({ params }: LoaderFunctionArgs) {
  const [loaded] = await Promise.all([
    queryClient.fetchQuery(oneImport(params.importId!)),
    queryClient.ensureQueryData(fieldList),
  ])
  return loaded
}

const open: readonly ImportStep[] = ['mapping', 'faults', 'confirm']

/** Steps 3 to 5 of an import; where it stands is the server's to know, so one may leave and come back (I-9). */
export function Component() {
  const { t } = useTranslation('imports')
  const { data } = useSuspenseQuery(oneImport(useParams().importId!))
  const [{ step }, change] = useUrlState(['step', 'faultCode', 'outcome', 'page'] as const)
  const current = data.state === 'done' ? 'confirm' : (open.find(each => each === step) ?? usualStep(data))
  const go = (next: ImportStep) => {
    change({ step: next, faultCode: undefined, outcome: undefined, page: undefined }, { push: true })
    window.scrollTo(0, 0)
  }

  return (
    <>
      <PageHeader
        title={data.fileName}
        note={t(data.counts.rows > 0 ? 'page.note' : 'page.noteUnread', {
          rows: data.counts.rows.toLocaleString('en-US'),
          by: data.by,
        })}
      />
      <ImportSteps current={current} reachable={isBusy(data) || data.state === 'done' ? [] : open} onGo={go} />
      <Body import={data} step={current} onGo={go} />
    </>
  )
}

const usualStep = ({ counts, faultGroups }: Import): ImportStep =>
  counts.rows === 0 ? 'mapping' : faultGroups.length > 0 ? 'faults' : 'confirm'

type BodyProps = { import: Import; step: ImportStep; onGo: (step: ImportStep) => void }

function Body({ import: data, step, onGo }: BodyProps) {
  const { t } = useTranslation('imports')
  const navigate = useNavigate()
  if (isBusy(data)) return <WorkPanel import={data} />
  if (data.state === 'done') return <ResultPanel import={data} />
  const failure = data.failure && <ProblemAlert error={new ApiError(409, data.failure.code, data.failure.message)} />
  if (data.state === 'failed' || data.state === 'cancelled') {
    return (
      <section className="panel">
        {failure}
        <h2>{t(`${data.state}.title`)}</h2>
        <p>{t(`${data.state}.text`)}</p>
        <MappingStep import={data} onGo={onGo} />
        <Button onClick={() => navigate('/instruments/imports/new')}>{t('again')}</Button>
      </section>
    )
  }
  return (
    <>
      {failure}
      {step === 'mapping' && <MappingStep key={data.version} import={data} onGo={onGo} />}
      {step === 'faults' && <FaultsStep import={data} onGo={onGo} />}
      {step === 'confirm' && <ConfirmStep import={data} onGo={onGo} />}
    </>
  )
}
