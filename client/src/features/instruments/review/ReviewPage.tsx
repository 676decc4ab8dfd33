import { useQuery, useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useNavigate, useParams } from 'react-router'
import { queryClient } from '../../../api/client.ts'
import { ApiError } from '../../../api/problem.ts'
import { notify } from '../../../ui/notices.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { ProblemAlert } from '../../../ui/ProblemAlert.tsx'
import {
  fieldList,
  type Instrument,
  instrument,
  instrumentHistory,
  type Remark,
  useBulkCommand,
  useReturnInstrument,
} from '../api.ts'
import { DifferenceTable } from '../DifferenceTable.tsx'
import '../instruments.css'
import { useRefusalWords } from '../../../ui/useRefusalWords.ts'
import { LifeCycleTag } from '../LifeCycleTag.tsx'
import { RecordPanels } from '../RecordPanels.tsx'
import { changesSinceReview } from './changesSinceReview.ts'
import { DecisionPanel } from './DecisionPanel.tsx'
import { reviewQueue } from './queue.ts'

export async function loader({ params }: LoaderFunctionArgs) {
  const [loaded] = await Promise.all([
    queryClient.fetchQuery(instrument(params.instrumentId!)),
    queryClient.ensureQueryData(fieldList),
  ])
  return loaded
}

/** The supervisor's desk: the record at the left, the decision at the right, the next one a key away (I-4). */
export function Component() {
  // Another instrument is another desk: no remark may slip from one to the next.
  const { instrumentId } = useParams()
  return <Desk key={instrumentId} instrumentId={instrumentId!} />
}

function Desk({ instrumentId }: { instrumentId: string }) {
  const { t } = useTranslation('instruments')
  const navigate = useNavigate()
  const { data } = useSuspenseQuery(instrument(instrumentId))
  const history = useQuery(instrumentHistory(instrumentId))
  const queue = useQuery(reviewQueue).data
  const [remarks, setRemarks] = useState<Remark[]>([])
  const changes = history.data && changesSinceReview(history.data.items)
  const place = queue?.items.findIndex(({ id }) => id === instrumentId) ?? -1
  const [previous, next] = [queue?.items[place - 1]?.id, queue?.items[place + 1]?.id]
  const reviewable = data.actions.includes('approve')

  const goOn = async (said: string) => {
    notify(said)
    await navigate(next || previous ? `/instruments/review/${next ?? previous}` : '/instruments/review')
  }
  const pin = (field: string) => {
    if (!remarks.some(remark => remark.field === field)) setRemarks([...remarks, { field, text: '' }])
    // The remark's input exists only after this render.
    setTimeout(() => document.getElementById(`remark-${field}`)?.focus())
  }

  return (
    <>
      <PageHeader
        title={data.record.nameZh ?? t('unnamed')}
        note={
          <>
            <LifeCycleTag lifeCycle={data.lifeCycle} />{' '}
            {[data.record.model, data.record.assetNumber, data.unitName].filter(Boolean).join(' · ')}
          </>
        }
        actions={
          <nav className="queue" aria-label={t('review.queue')}>
            {previous && <Link to={`/instruments/review/${previous}`}>{t('review.previous')}</Link>}
            {place >= 0 && queue && (
              <span className="number">{t('review.place', { place: place + 1, total: queue.total })}</span>
            )}
            {next && <Link to={`/instruments/review/${next}`}>{t('review.next')}</Link>}
            <Link to="/instruments/review">{t('review.toList')}</Link>
          </nav>
        }
      />
      <a className="to-decision" href="#decision">
        {t('review.decision')}
      </a>
      <div className="desk">
        <div className="desk-record">
          <ProblemAlert error={history.error} />
          {changes && (
            <section className="panel" aria-labelledby="since">
              <h2 id="since">{t('review.since')}</h2>
              {changes.length > 0 ? <DifferenceTable changes={changes} /> : <p>{t('review.sinceNothing')}</p>}
              <LastDecision steps={history.data?.items ?? []} />
            </section>
          )}
          <RecordPanels record={data.record} changes={changes ?? []} {...(reviewable ? { onPin: pin } : {})} />
        </div>
        <aside id="decision" className="desk-decision" aria-label={t('review.decision')}>
          {reviewable ? (
            <Decision instrument={data} remarks={remarks} onRemarks={setRemarks} onDecided={goOn} />
          ) : (
            <section className="panel">
              <ProblemAlert
                error={
                  new ApiError(
                    409,
                    'review.not-waiting',
                    t('review.notWaiting', { state: t(`lifeCycle.${data.lifeCycle}`) }),
                  )
                }
              />
              <Link to={`/instruments/${data.id}`}>{t('review.toRecord')}</Link>
            </section>
          )}
        </aside>
      </div>
    </>
  )
}

type DecisionProps = {
  instrument: Instrument
  remarks: Remark[]
  onRemarks: (remarks: Remark[]) => void
  onDecided: (said: string) => Promise<void>
}

function Decision({ instrument, ...panel }: DecisionProps) {
  const words = useRefusalWords()
  const approve = useBulkCommand('approve')
  const returning = useReturnInstrument(instrument.id)
  return (
    <DecisionPanel
      {...panel}
      name={instrument.record.nameZh ?? null}
      missing={instrument.missingForNation.length}
      approve={async () => {
        const row = (await approve.mutateAsync({ items: [instrument] })).rows.find(each => !each.done)
        return row && words(row.code, row.message)
      }}
      sendBack={values => returning.mutateAsync({ ...values, version: instrument.version })}
    />
  )
}

/** What was said then, so that one can see whether it was mended. */
function LastDecision({ steps }: { steps: { action: string; reason: string | null; remarks: Remark[] }[] }) {
  const { t } = useTranslation('instruments')
  const returned = steps.find(({ action }) => action === 'returned' || action === 'approved')
  if (returned?.action !== 'returned') return null
  return (
    <p className="remark">
      {t('review.lastReason', { reason: returned.reason })}
      {returned.remarks.length > 0 && ` (${returned.remarks.map(({ text }) => text).join('; ')})`}
    </p>
  )
}
