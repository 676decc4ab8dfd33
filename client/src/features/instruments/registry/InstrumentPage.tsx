import { useSuspenseQuery } from '@tanstack/react-query'
import { Alert } from 'antd'
import { useTranslation } from 'react-i18next'
import { Link, type LoaderFunctionArgs, useParams } from 'react-router'
import { queryClient } from '../../../api/client.ts'
import { PageHeader } from '../../../ui/PageHeader.tsx'
import { useUrlState } from '../../../ui/useUrlState.ts'
import { fieldList, type Instrument, instrument, instrumentHistory } from '../api.ts'
import { AttachmentsPanel } from '../attachments/AttachmentsPanel.tsx'
import { isCarrierKind } from '../carriers/carriersApi.ts'
import { CustomsPanel } from '../customs/CustomsPanel.tsx'
import { InstrumentHistory } from '../InstrumentHistory.tsx'
import '../instruments.css'
import { LifeCycleTag } from '../LifeCycleTag.tsx'
import { RecordPanels } from '../RecordPanels.tsx'
import { CustodiansLine } from '../upkeep/CustodiansLine.tsx'
import { UpkeepPanel } from '../upkeep/UpkeepPanel.tsx'
import { InstrumentActions } from './InstrumentActions.tsx'
import { Standing } from './Standing.tsx'

export async function loader({ params }: LoaderFunctionArgs) {
  const [loaded] = await Promise.all([
    queryClient.fetchQuery(instrument(params.instrumentId!)),
    queryClient.ensureQueryData(fieldList),
  ])
  return loaded
}

/** One instrument: where it stands, its whole record, its history (I-2, I-4). */
export function Component() {
  const { t } = useTranslation('instruments')
  const { data } = useSuspenseQuery(instrument(useParams().instrumentId!))
  const [{ tab }, change] = useUrlState(['tab'] as const)
  const { record } = data

  return (
    <>
      <PageHeader
        title={record.nameZh ?? t('unnamed')}
        note={
          <>
            <LifeCycleTag lifeCycle={data.lifeCycle} />{' '}
            {[record.model, record.assetNumber, data.unitName].filter(Boolean).join(' · ')}
          </>
        }
        actions={<InstrumentActions instrument={data} />}
      />
      <Standing instrument={data} />
      <CustodiansLine instrument={data} />
      <Belongs instrument={data} />
      <nav className="views" aria-label={t('parts')}>
        {[
          undefined,
          'attachments',
          'upkeep',
          ...(record.customsSupervised || tab === 'customs' ? ['customs'] : []),
          'history',
        ].map(each => (
          <button
            key={each ?? 'record'}
            type="button"
            aria-current={tab === each ? 'true' : undefined}
            onClick={() => change({ tab: each })}
          >
            {t(`part.${each ?? 'record'}`)}
          </button>
        ))}
      </nav>
      {tab === 'history' ? (
        <InstrumentHistory of={page => instrumentHistory(data.id, page)} />
      ) : tab === 'customs' ? (
        <CustomsPanel instrument={data} />
      ) : tab === 'upkeep' ? (
        <UpkeepPanel instrument={data} />
      ) : tab === 'attachments' ? (
        <AttachmentsPanel instrument={data} />
      ) : (
        <RecordPanels
          record={record}
          remarks={data.remarks}
          missing={data.lifeCycle === 'draft' || data.lifeCycle === 'returned' ? data.missingForSubmission : []}
        />
      )}
    </>
  )
}

/** The facility, centre or service unit it belongs to (I-1); a number that its unit has not registered is a warning, no more. */
function Belongs({ instrument: { carrier, record } }: { instrument: Instrument }) {
  const { t } = useTranslation(['instruments', 'carriers'])
  if (!isCarrierKind(record.carrierType) || !record.carrierNumber) return null
  const kind = t(`code.carrierType.${record.carrierType}`)
  return carrier ? (
    <p className="belongs">
      {t('carriers:belongsTo', { kind })} <Link to={`/instruments/carriers/${carrier.id}`}>{carrier.name}</Link>
    </p>
  ) : (
    <Alert
      type="warning"
      showIcon
      className="belongs"
      title={t('carriers:unknown', { number: record.carrierNumber, kind })}
    />
  )
}
