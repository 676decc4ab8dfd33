import { useSuspenseQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type LoaderFunctionArgs, useNavigate, useParams } from 'react-router'
import { queryClient } from '../../../api/client.ts'
import { Facts } from '../../../ui/Facts.tsx'
import { MoneyText } from '../../../ui/MoneyText.tsx'
import { notify } from '../../../ui/notices.tsx'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { useUrlState } from '../../../ui/useUrlState.ts'
import { fieldList, type Remark } from '../api.ts'
import { InstrumentHistory } from '../InstrumentHistory.tsx'
import '../instruments.css'
import { LifeCycleTag } from '../LifeCycleTag.tsx'
import { RecordPanels } from '../RecordPanels.tsx'
import { MissingLines, ReturnNotice, Steps } from '../registry/Standing.tsx'
import { DecisionPanel } from '../review/DecisionPanel.tsx'
import { FieldsOf } from '../useFields.ts'
import { CarrierActions } from './CarrierActions.tsx'
import { CarrierInstruments } from './CarrierInstruments.tsx'
import { type Carrier, carrier, carrierHistory, useReviewCarrier } from './carriersApi.ts'

export async function loader({ params }: LoaderFunctionArgs) {
  const [loaded] = await Promise.all([
    queryClient.fetchQuery(carrier(params.carrierId!)),
    queryClient.ensureQueryData(fieldList),
  ])
  return loaded
}

/** One facility, centre or service unit: where it stands, its record, its instruments, its history; the supervisor decides here too (I-1, I-4). */
export function Component() {
  const { t } = useTranslation(['carriers', 'instruments'])
  const navigate = useNavigate()
  const { data } = useSuspenseQuery(carrier(useParams().carrierId!))
  const [{ tab }, change] = useUrlState(['tab'] as const)
  const [remarks, setRemarks] = useState<Remark[]>([])
  const reviewable = data.actions.includes('approve')
  const pin = (field: string) => {
    if (!remarks.some(remark => remark.field === field)) setRemarks([...remarks, { field, text: '' }])
    // The remark's input exists only after this render.
    setTimeout(() => document.getElementById(`remark-${field}`)?.focus())
  }
  const mendable = data.lifeCycle === 'draft' || data.lifeCycle === 'returned'

  const body = (
    <>
      <nav className="views" aria-label={t('instruments:parts')}>
        {[undefined, 'instruments', 'history'].map(each => (
          <button
            key={each ?? 'record'}
            type="button"
            aria-current={tab === each ? 'true' : undefined}
            onClick={() => change({ tab: each })}
          >
            {t(`part.${each ?? 'record'}`)}
            {each === 'instruments' && <span className="views-count number">{data.totals.instruments}</span>}
          </button>
        ))}
      </nav>
      {tab === 'history' ? (
        <InstrumentHistory of={page => carrierHistory(data.id, page)} />
      ) : tab === 'instruments' ? (
        <CarrierInstruments carrier={data} />
      ) : (
        <RecordPanels
          record={data.record}
          remarks={data.remarks}
          missing={mendable ? data.missingForSubmission : []}
          {...(reviewable ? { onPin: pin } : {})}
        />
      )}
    </>
  )

  return (
    <FieldsOf value={data.kind}>
      <PageHeader
        title={data.record.nameZh ?? t('instruments:unnamed')}
        note={
          <>
            <LifeCycleTag lifeCycle={data.lifeCycle} />{' '}
            {[t(`instruments:code.carrierType.${data.kind}`), data.record.number, data.unitName].join(' · ')}
          </>
        }
        actions={<CarrierActions carrier={data} />}
      />
      <section className="panel standing" aria-label={t('instruments:standing')}>
        <Steps of={data} />
        {data.lifeCycle === 'returned' && <ReturnNotice of={data} at={`/instruments/carriers/${data.id}`} />}
        <div className="standing-lines">
          <MissingLines of={data} at={`/instruments/carriers/${data.id}`} />
        </div>
      </section>
      <Totals carrier={data} />
      {reviewable ? (
        <div className="desk">
          <div className="desk-record">{body}</div>
          <aside id="decision" className="desk-decision" aria-label={t('instruments:review.decision')}>
            <Decision
              carrier={data}
              remarks={remarks}
              onRemarks={setRemarks}
              onDecided={async said => {
                notify(said)
                await navigate('/instruments/carriers?lifeCycle=submitted')
              }}
            />
          </aside>
        </div>
      ) : (
        body
      )}
    </FieldsOf>
  )
}

function Totals({ carrier: { totals } }: { carrier: Carrier }) {
  const { t } = useTranslation('carriers')
  return (
    <section className="panel" aria-labelledby="totals">
      <h2 id="totals">{t('totals')}</h2>
      <Facts
        facts={[
          { label: t('column.instruments'), value: t('count', { count: totals.instruments }) },
          { label: t('totals.listed'), value: t('count', { count: totals.listed }) },
          { label: t('column.value'), value: <MoneyText fen={totals.valueFen} /> },
        ]}
      />
    </section>
  )
}

type DecisionProps = {
  carrier: Carrier
  remarks: Remark[]
  onRemarks: (remarks: Remark[]) => void
  onDecided: (said: string) => Promise<void>
}

function Decision({ carrier, ...panel }: DecisionProps) {
  const review = useReviewCarrier(carrier.id)
  const { version } = carrier
  return (
    <DecisionPanel
      {...panel}
      name={carrier.record.nameZh ?? null}
      missing={carrier.missingForNation.length}
      approve={async () => {
        await review.mutateAsync({ version, approve: true, reasonCode: null, reason: null, remarks: null })
        return undefined
      }}
      sendBack={values => review.mutateAsync({ ...values, version, approve: false })}
    />
  )
}
